package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.wire.PacketType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shows the messages that brokers send to the rules that look at what they are tied to. */
final class TiedMessageRule implements Rule {

    private final TieRule[] rules;
    private final Set<Sent.Said> said = new HashSet<>();

    TiedMessageRule(List<TieRule> rules) {
        this.rules = rules.toArray(TieRule[]::new);
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return circumstances.contains(Circumstance.TIED);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        if (seen.tie().isPresent() && seen.decoded().isOk() && !seen.link().versionAssumed()
                && seen.packetOrNull() instanceof Publish publish) {
            Sent sent = new Sent(publish, seen.tie().get(), seen, sink, said);
            for (TieRule rule : rules) {
                rule.judge(sent);
            }
        }
    }

    @Override
    public void clock(long nowNanos, FindingSink sink) {
        for (TieRule rule : rules) {
            rule.clock(nowNanos, sink);
        }
    }
}
