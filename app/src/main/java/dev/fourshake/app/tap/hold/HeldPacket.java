package dev.fourshake.app.tap.hold;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.Optional;

/**
 * A packet that stands at the tap.
 *
 * @param holdId       of its frame in the trace; in the order of arrival
 * @param packetId     0 where it has none, or is too broken to say
 * @param sinceNanos   when its last byte came, nanoseconds since 1970-01-01T00:00Z
 * @param reaction     what is done with it as soon as no other stands before it; {@link Reaction.Hold} waits for the
 *                     user; empty where the packet only waits behind another, and goes on with it
 * @param releaseNanos when it goes on by itself at the latest, if nobody does anything before
 */
public record HeldPacket(long holdId, int link, Direction direction, PacketType type, int packetId, long sinceNanos,
                         Optional<Reaction> reaction, long releaseNanos) {

    HeldPacket releasedAt(long nanos) {
        return new HeldPacket(holdId, link, direction, type, packetId, sinceNanos, reaction, nanos);
    }

    /** Packet Identifier of a whole packet (MQTT 5.0 section 2.2.1). */
    static int packetId(Bytes raw) {
        int at = 1;
        while (at < raw.length() && raw.at(at) >= 0x80) {
            at++;
        }
        at++;
        switch (PacketType.ofFirstByte(raw.at(0))) {
            case PUBLISH -> {
                if ((raw.at(0) & 0x06) == 0 || at + 2 > raw.length()) {
                    return 0;
                }
                at += 2 + raw.uint16(at);
            }
            case PUBACK, PUBREC, PUBREL, PUBCOMP, SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK -> { }
            case RESERVED, CONNECT, CONNACK, PINGREQ, PINGRESP, DISCONNECT, AUTH -> {
                return 0;
            }
        }
        return at + 2 <= raw.length() ? raw.uint16(at) : 0;
    }
}
