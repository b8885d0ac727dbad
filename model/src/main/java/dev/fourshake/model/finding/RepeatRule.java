package dev.fourshake.model.finding;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/** A PUBLISH that is sent again where that matters: the receiver gets the message twice, or its sender is impatient. */
final class RepeatRule implements Rule {

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.PUBLISH);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Tracked tracked = seen.tracked().orElse(null);
        if (tracked == null || tracked.judgement() != Judgement.REPEATED || tracked.exchange() < 0
                || !(seen.event() instanceof Frame frame)) {
            return;
        }
        int first = seen.exchanges().firstRow(tracked.exchange());
        String packetId = String.valueOf(seen.decoded().packet().map(Packet::packetId).orElse(0));
        if (tracked.isRepeatedDelivery()) {
            report("FS-DELIVERED-TWICE", packetId, seen, frame, sink, first);
        } else if (tracked.isImpatient()) {
            report("FS-RESENT-LIVE", packetId, seen, frame, sink, first);
        }
    }

    private static void report(String rule, String packetId, Observation seen, Frame frame, FindingSink sink,
                               int first) {
        Object[] values = {Words.sender(frame), Words.client(seen), packetId};
        sink.report(rule, Severity.ADVICE, Words.say(rule, values), Words.say(rule + ".advice", values), first);
    }
}
