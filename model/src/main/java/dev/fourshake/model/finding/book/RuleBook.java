package dev.fourshake.model.finding.book;

import dev.fourshake.model.delivery.BrokerWatch;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.PacketRules;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.connection.ConnectionRules;
import dev.fourshake.model.finding.delivery.DeliveryRules;
import dev.fourshake.model.finding.practice.PracticeRules;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All rules, asked in their order. Writer's thread only. */
public final class RuleBook {

    private static final long SECOND = 1_000_000_000L;

    private final List<Rule> rules;
    /** By type and circumstances: who wants to be shown such packets; null where none has come yet. */
    private final Rule[][] asking = new Rule[PacketType.values().length * Circumstance.COMBINATIONS][];
    private long nextSecond = Long.MIN_VALUE;

    public RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * The rules that every trace is judged by.
     *
     * @param brokers what is known of the messages of the trace's brokers
     */
    public static RuleBook standard(BrokerWatch brokers) {
        return new RuleBook(standardRules(brokers));
    }

    /** The same rules, as new as they were made. */
    public static List<Rule> standardRules(BrokerWatch brokers) {
        List<Rule> all = new ArrayList<>(PacketRules.all());
        all.addAll(ConnectionRules.all());
        all.addAll(DeliveryRules.all(brokers));
        all.addAll(PracticeRules.all());
        return all;
    }

    /** A row with this time is about to be judged. */
    public void clock(long nowNanos, FindingSink sink) {
        if (nowNanos >= nextSecond) {
            nextSecond = Math.floorDiv(nowNanos, SECOND) * SECOND + SECOND;
            for (Rule rule : rules) {
                rule.clock(nowNanos, sink);
            }
        }
    }

    /** A packet was seen. */
    public void packet(PacketType type, Observation seen, FindingSink sink) {
        int circumstances = Circumstance.of(seen);
        int place = type.ordinal() * Circumstance.COMBINATIONS + circumstances;
        Rule[] wanting = asking[place];
        if (wanting == null) {
            wanting = wanting(type, Circumstance.set(circumstances));
            asking[place] = wanting;
        }
        for (Rule rule : wanting) {
            rule.packet(seen, sink);
        }
    }

    private Rule[] wanting(PacketType type, Set<Circumstance> circumstances) {
        return rules.stream().filter(rule -> rule.wants(type, circumstances)).toArray(Rule[]::new);
    }

    /** Something else was seen. */
    public void event(Observation seen, FindingSink sink) {
        for (Rule rule : rules) {
            rule.event(seen, sink);
        }
    }
}
