package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Passage;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is sent again after a reconnect keeps the order in which it was sent at first (MQTT-4.6.0-1). Both sides owe it
 * in 3.1.1, the client in 5.0.
 */
final class ResendOrderRule implements Rule {

    /** Exchanges that one side has sent again on a connection, and the last of them. */
    private static final class Resent {
        final Set<Integer> exchanges = new HashSet<>();
        int last = -1;
    }

    private final Map<Long, Resent> byLink = new HashMap<>();

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.PUBLISH && circumstances.contains(Circumstance.UNUSUAL);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Tracked tracked = seen.tracked().orElse(null);
        if (tracked == null || tracked.judgement() != Judgement.REPEATED || tracked.exchange() < 0
                || !(seen.event() instanceof Frame frame) || !Passage.ofFrame(frame.fate()).isSent()) {
            return;
        }
        int first = seen.exchanges().firstRow(tracked.exchange());
        boolean owed = frame.direction() == Direction.CLIENT_TO_SERVER || !seen.link().readAs().isMqtt5();
        if (!owed || first >= seen.link().connectRow() || seen.link().holeRow() >= 0
                || !seen.session().map(session -> session.isKnown() && session.holeRow() < 0).orElse(false)) {
            return;
        }
        Resent resent = byLink.computeIfAbsent((long) frame.link() << 1 | frame.direction().ordinal(),
                _ -> new Resent());
        if (!resent.exchanges.add(tracked.exchange())) {
            return;
        }
        if (tracked.exchange() < resent.last) {
            Object[] values = {Words.sender(frame), Words.client(seen), first + 1};
            sink.report("MQTT-4.6.0-1", Severity.ERROR, Message.of(ResendOrderRule.class, "resent.order", values),
                    Message.of(ResendOrderRule.class, "resent.order.advice", values), first,
                    seen.exchanges().firstRow(resent.last));
        } else {
            resent.last = tracked.exchange();
        }
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (seen.link().hasEnded()) {
            byLink.remove((long) seen.link().number() << 1);
            byLink.remove((long) seen.link().number() << 1 | 1);
        }
    }
}
