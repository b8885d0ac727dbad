package dev.fourshake.model.wire;

/**
 * Whether bytes may be the beginning of an MQTT packet: asked for the first packet that is seen of a direction, before
 * its Remaining Length is relied upon. It accepts what is right in any of the three versions, and broken packets where
 * they can hardly be anything else. TLS (0x16), and text protocols such as HTTP, SSH, SMTP, FTP or Redis, fail within
 * the first five bytes: a first byte in ASCII is a packet type with flags that must be zero, or a PUBLISH whose topic
 * is longer than itself, or an acknowledgement without a valid Reason Code.
 */
final class Plausibility {

    /** How many bytes behind the fixed header are looked at: the protocol name of CONNECT, which is the longest. */
    static final int PREFIX = 8;

    private static final long MQTT = 0x0004_4D51_5454_0000L;
    private static final int MQTT_BYTES = 6;
    private static final long MQ_ISDP = 0x0006_4D51_4973_6470L;

    private Plausibility() {
    }

    static boolean ofFirstByte(int firstByte) {
        int flags = firstByte & 0x0F;
        return switch (PacketType.ofFirstByte(firstByte)) {
            case RESERVED -> false;
            // With other flags it has to show its name.
            case CONNECT, PUBLISH -> true;
            // 0x0A: DUP and QoS 1, as MQTT 3.1 repeats them (its section 2.1).
            case PUBREL, SUBSCRIBE, UNSUBSCRIBE -> flags == 0x02 || flags == 0x0A;
            case CONNACK, PUBACK, PUBREC, PUBCOMP, SUBACK, UNSUBACK, PINGREQ, PINGRESP, DISCONNECT, AUTH -> flags == 0;
        };
    }

    /**
     * @param length Remaining Length
     * @param prefix the first {@code known} bytes behind the fixed header, the first in the highest byte
     */
    static boolean of(int firstByte, int length, long prefix, int known) {
        return switch (PacketType.ofFirstByte(firstByte)) {
            case RESERVED -> false;
            case CONNECT -> (firstByte & 0x0F) == 0
                    ? known < 2 || 2 + uint16(prefix, 0) <= length
                    : length > MQTT_BYTES && (agrees(prefix, known, MQTT, MQTT_BYTES)
                            || agrees(prefix, known, MQ_ISDP, PREFIX));
            case CONNACK -> length >= 2 && (known < 1 || at(prefix, 0) <= 1);
            case PUBLISH -> length >= 2 && (known < 2 || 2 + uint16(prefix, 0) + idBytes(firstByte) <= length);
            case PUBACK, PUBREC -> acknowledges(length, prefix, known, 0x10, 0x80);
            case PUBREL, PUBCOMP -> acknowledges(length, prefix, known, 0x92, 0x92);
            case SUBSCRIBE -> length >= 6 && identified(prefix, known);
            case UNSUBSCRIBE -> length >= 5 && identified(prefix, known);
            case SUBACK -> length >= 3 && identified(prefix, known);
            case UNSUBACK -> length >= 2 && identified(prefix, known);
            case PINGREQ, PINGRESP -> length == 0;
            case DISCONNECT -> known < 1 || at(prefix, 0) == 0 || at(prefix, 0) == 4 || at(prefix, 0) >= 0x80;
            case AUTH -> known < 1 || at(prefix, 0) == 0 || at(prefix, 0) == 0x18 || at(prefix, 0) == 0x19;
        };
    }

    private static int idBytes(int publish) {
        return (publish & 0x06) == 0 ? 0 : 2;
    }

    private static boolean identified(long prefix, int known) {
        return known < 2 || uint16(prefix, 0) != 0;
    }

    /** An acknowledgement: Packet Identifier, and in MQTT 5 a code that is 0, {@code other}, or {@code from} and up. */
    private static boolean acknowledges(int length, long prefix, int known, int other, int from) {
        int code = at(prefix, 2);
        return length >= 2 && identified(prefix, known)
                && (known < 3 || code == 0 || code == other || code >= from);
    }

    private static boolean agrees(long prefix, int known, long name, int nameBytes) {
        int shift = 64 - 8 * Math.min(known, nameBytes);
        return known == 0 || prefix >>> shift == name >>> shift;
    }

    private static int at(long prefix, int index) {
        return (int) (prefix >>> 8 * (7 - index)) & 0xFF;
    }

    private static int uint16(long prefix, int index) {
        return at(prefix, index) << 8 | at(prefix, index + 1);
    }
}
