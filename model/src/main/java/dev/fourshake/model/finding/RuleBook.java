package dev.fourshake.model.finding;

import dev.fourshake.model.finding.connection.ConnectionRules;
import dev.fourshake.model.finding.delivery.DeliveryRules;
import dev.fourshake.model.finding.practice.PracticeRules;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.List;

/** All rules, asked in their order. Writer's thread only. */
public final class RuleBook {

    private static final long SECOND = 1_000_000_000L;

    private final List<Rule> rules;
    private final Rule[][] byType;
    private long nextSecond = Long.MIN_VALUE;

    public RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        byType = new Rule[PacketType.values().length][];
        for (PacketType type : PacketType.values()) {
            byType[type.ordinal()] = rules.stream().filter(rule -> rule.types().contains(type)).toArray(Rule[]::new);
        }
    }

    /** The rules that every trace is judged by. */
    public static RuleBook standard() {
        List<Rule> all = new ArrayList<>(List.of(new DefectRule(), new TransitionRule(), new FirstPacketRule(),
                new RefusalRule(), new LinkEndRule(), new BlindSpotRule()));
        all.addAll(ConnectionRules.all());
        all.addAll(DeliveryRules.all());
        all.addAll(PracticeRules.all());
        return new RuleBook(all);
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
        for (Rule rule : byType[type.ordinal()]) {
            rule.packet(seen, sink);
        }
    }

    /** Something else was seen. */
    public void event(Observation seen, FindingSink sink) {
        for (Rule rule : rules) {
            rule.event(seen, sink);
        }
    }
}
