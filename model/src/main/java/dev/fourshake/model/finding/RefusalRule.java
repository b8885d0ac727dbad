package dev.fourshake.model.finding;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/** What was asked for and refused: legal, and hardly what was meant. */
final class RefusalRule implements Rule {

    private static final int REFUSED = 0x80;

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.CONNACK, PacketType.PUBACK, PacketType.PUBREC, PacketType.SUBACK,
                PacketType.DISCONNECT);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Packet packet = seen.decoded().packet().orElse(null);
        if (packet == null || !(seen.event() instanceof Frame frame)) {
            return;
        }
        int reason = switch (packet) {
            case Connack connack when !connack.isAccepted() -> connack.reasonCode();
            case Puback puback when puback.isFailure() -> puback.reasonCode();
            case Pubrec pubrec when pubrec.isFailure() -> pubrec.reasonCode();
            case Disconnect disconnect when disconnect.reasonCode() >= REFUSED -> disconnect.reasonCode();
            case Suback suback -> suback.reasonCodes().stream().filter(code -> code >= REFUSED).findFirst().orElse(0);
            default -> 0;
        };
        if (reason != 0) {
            String key = "FS-REFUSED-" + seen.decoded().type().name();
            int asked = seen.tracked().map(tracked -> tracked.exchange()).filter(id -> id >= 0)
                    .map(seen.exchanges()::firstRow).orElse(-1);
            Object[] values = {Words.client(seen), String.format("0x%02X", reason), Words.sender(frame)};
            sink.report("FS-REFUSED", Severity.WARNING, Words.say(key, values), Words.say(key + ".advice", values),
                    asked);
        }
    }
}
