package dev.fourshake.model.dissect;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The Reason Codes of MQTT 5 (table 2-6 and the table of each packet) and the return codes of 3.1.1's CONNACK and
 * SUBACK: which may stand where, what they are called and what they mean. A null version counts as MQTT 5.
 */
public final class ReasonCodes {

    private static final int CLIENT = 1;
    private static final int SERVER = 2;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** For each packet type and code, who may send it. A {@code c} or {@code s} behind a code restricts it to one. */
    private static final byte[][] MQTT_5 = table(Map.ofEntries(
            Map.entry(PacketType.CONNACK, "00 80 81 82 83 84 85 86 87 88 89 8A 8C 90 95 97 99 9A 9B 9C 9D 9F"),
            Map.entry(PacketType.PUBACK, "00 10s 80 83 87 90 91 97 99"),
            Map.entry(PacketType.PUBREC, "00 10s 80 83 87 90 91 97 99"),
            Map.entry(PacketType.PUBREL, "00 92"),
            Map.entry(PacketType.PUBCOMP, "00 92"),
            Map.entry(PacketType.SUBACK, "00 01 02 80 83 87 8F 91 97 9E A1 A2"),
            Map.entry(PacketType.UNSUBACK, "00 11 80 83 87 8F 91"),
            Map.entry(PacketType.DISCONNECT, "00 04c 80 81 82 83 87s 89s 8Bs 8C 8Ds 8Es 8Fs 90 93 94 95 96 97 98 99 "
                    + "9As 9Bs 9Cs 9Ds 9Es 9Fs A0s A1s A2s"),
            Map.entry(PacketType.AUTH, "00s 18 19c")));
    private static final byte[][] BEFORE_5 = table(Map.of(
            PacketType.CONNACK, "00 01 02 03 04 05",
            PacketType.SUBACK, "00 01 02 80"));

    private ReasonCodes() {
    }

    /** Whether a packet of this type may have this code; a null direction asks whether either side may send it. */
    public static boolean isAllowed(PacketType type, ProtocolVersion version, Direction direction, int code) {
        int senders = (isMqtt5(version) ? MQTT_5 : BEFORE_5)[type.value()][code & 0xFF];
        return (senders & (direction == null ? CLIENT | SERVER
                : direction == Direction.CLIENT_TO_SERVER ? CLIENT : SERVER)) != 0;
    }

    /**
     * The specification's name of a code, which is the same in every language: {@code Session taken over}. It is found
     * for a code that must not stand in that packet, too; empty where no packet has such a code.
     */
    public static Optional<String> name(PacketType type, ProtocolVersion version, int code) {
        return Optional.ofNullable(isMqtt5(version) ? nameIn5(type, code) : nameBefore5(type, code));
    }

    /** What a code says, in a sentence; empty where it has no name. */
    public static Optional<Message> meaning(PacketType type, ProtocolVersion version, int code) {
        if (name(type, version, code).isEmpty()) {
            return Optional.empty();
        }
        String digits = HEX.toHexDigits((byte) code);
        String key = !isMqtt5(version) ? "return." + type.name() + "." + digits
                : code <= 2 ? "reason." + type.name() + "." + digits
                : "reason." + digits;
        return Optional.of(Message.of(ReasonCodes.class, key));
    }

    private static boolean isMqtt5(ProtocolVersion version) {
        return version == null || version.isMqtt5();
    }

    private static byte[][] table(Map<PacketType, String> codes) {
        byte[][] table = new byte[16][256];
        codes.forEach((type, row) -> {
            for (String entry : row.split(" ")) {
                int senders = entry.endsWith("c") ? CLIENT : entry.endsWith("s") ? SERVER : CLIENT | SERVER;
                table[type.value()][HexFormat.fromHexDigits(entry, 0, 2)] = (byte) senders;
            }
        });
        return table;
    }

    private static String nameBefore5(PacketType type, int code) {
        return switch (type) {
            case CONNACK -> switch (code) {
                case 0x00 -> "Connection Accepted";
                case 0x01 -> "Connection Refused, unacceptable protocol version";
                case 0x02 -> "Connection Refused, identifier rejected";
                case 0x03 -> "Connection Refused, Server unavailable";
                case 0x04 -> "Connection Refused, bad user name or password";
                case 0x05 -> "Connection Refused, not authorized";
                default -> null;
            };
            case SUBACK -> switch (code) {
                case 0x00 -> "Success - Maximum QoS 0";
                case 0x01 -> "Success - Maximum QoS 1";
                case 0x02 -> "Success - Maximum QoS 2";
                case 0x80 -> "Failure";
                default -> null;
            };
            case RESERVED, CONNECT, PUBLISH, PUBACK, PUBREC, PUBREL, PUBCOMP, SUBSCRIBE, UNSUBSCRIBE, UNSUBACK, PINGREQ,
                    PINGRESP, DISCONNECT, AUTH -> null;
        };
    }

    private static String nameIn5(PacketType type, int code) {
        return switch (code) {
            case 0x00 -> switch (type) {
                case DISCONNECT -> "Normal disconnection";
                case SUBACK -> "Granted QoS 0";
                case CONNACK, PUBACK, PUBREC, PUBREL, PUBCOMP, UNSUBACK, AUTH -> "Success";
                case RESERVED, CONNECT, PUBLISH, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, PINGRESP -> null;
            };
            case 0x01 -> type == PacketType.SUBACK ? "Granted QoS 1" : null;
            case 0x02 -> type == PacketType.SUBACK ? "Granted QoS 2" : null;
            case 0x04 -> "Disconnect with Will Message";
            case 0x10 -> "No matching subscribers";
            case 0x11 -> "No subscription existed";
            case 0x18 -> "Continue authentication";
            case 0x19 -> "Re-authenticate";
            case 0x80 -> "Unspecified error";
            case 0x81 -> "Malformed Packet";
            case 0x82 -> "Protocol Error";
            case 0x83 -> "Implementation specific error";
            case 0x84 -> "Unsupported Protocol Version";
            case 0x85 -> "Client Identifier not valid";
            case 0x86 -> "Bad User Name or Password";
            case 0x87 -> "Not authorized";
            case 0x88 -> "Server unavailable";
            case 0x89 -> "Server busy";
            case 0x8A -> "Banned";
            case 0x8B -> "Server shutting down";
            case 0x8C -> "Bad authentication method";
            case 0x8D -> "Keep Alive timeout";
            case 0x8E -> "Session taken over";
            case 0x8F -> "Topic Filter invalid";
            case 0x90 -> "Topic Name invalid";
            case 0x91 -> "Packet Identifier in use";
            case 0x92 -> "Packet Identifier not found";
            case 0x93 -> "Receive Maximum exceeded";
            case 0x94 -> "Topic Alias invalid";
            case 0x95 -> "Packet too large";
            case 0x96 -> "Message rate too high";
            case 0x97 -> "Quota exceeded";
            case 0x98 -> "Administrative action";
            case 0x99 -> "Payload format invalid";
            case 0x9A -> "Retain not supported";
            case 0x9B -> "QoS not supported";
            case 0x9C -> "Use another server";
            case 0x9D -> "Server moved";
            case 0x9E -> "Shared Subscriptions not supported";
            case 0x9F -> "Connection rate exceeded";
            case 0xA0 -> "Maximum connect time";
            case 0xA1 -> "Subscription Identifiers not supported";
            case 0xA2 -> "Wildcard Subscriptions not supported";
            default -> null;
        };
    }
}
