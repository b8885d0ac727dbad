package dev.fourshake.app.tap.hold;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.Optional;

/**
 * What the packets of one exchange on a link have in common.
 *
 * @param initiated direction of the packet that begins the exchange
 */
record ExchangeKey(Direction initiated, int packetId) {

    private static final int LEAST_FAILURE = 0x80;

    /** Empty for a packet that belongs to no exchange of several packets. */
    static Optional<ExchangeKey> of(Direction direction, Bytes raw) {
        int packetId = HeldPacket.packetId(raw);
        if (packetId == 0) {
            return Optional.empty();
        }
        return switch (PacketType.ofFirstByte(raw.at(0))) {
            case PUBLISH, PUBREL, SUBSCRIBE, UNSUBSCRIBE -> Optional.of(new ExchangeKey(direction, packetId));
            case PUBACK, PUBREC, PUBCOMP, SUBACK, UNSUBACK ->
                    Optional.of(new ExchangeKey(direction.opposite(), packetId));
            case RESERVED, CONNECT, CONNACK, PINGREQ, PINGRESP, DISCONNECT, AUTH -> Optional.empty();
        };
    }

    /**
     * Whether nothing of its exchange can follow the packet: a PUBREC ends it where it refuses (MQTT 5.0 section
     * 4.3.3).
     */
    static boolean isLast(Bytes raw) {
        return switch (PacketType.ofFirstByte(raw.at(0))) {
            case PUBACK, PUBCOMP, SUBACK, UNSUBACK -> true;
            // Fixed header of two bytes, Packet Identifier of two, Reason Code.
            case PUBREC -> raw.length() > 4 && raw.at(1) < 0x80 && raw.at(4) >= LEAST_FAILURE;
            case RESERVED, CONNECT, CONNACK, PUBLISH, PUBREL, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, PINGRESP, DISCONNECT,
                 AUTH -> false;
        };
    }
}
