package dev.fourshake.model.finding;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/** Packets that are forbidden in the state of their exchange: what the state tables say. */
final class TransitionRule implements Rule {

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return circumstances.contains(Circumstance.UNUSUAL);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Tracked tracked = seen.tracked().orElse(null);
        if (tracked == null || tracked.judgement() != Judgement.ILLEGAL || !(seen.event() instanceof Frame frame)) {
            return;
        }
        int packetId = seen.decoded().packet().map(Packet::packetId).orElse(0);
        Object[] values = {Words.sender(frame), Words.client(seen), seen.decoded().type().name(),
                String.valueOf(packetId)};
        sink.report(tracked.rule(), Severity.ERROR, Words.say(tracked.rule(), values),
                Words.say(tracked.rule() + ".advice", values), tracked.evidence());
    }
}
