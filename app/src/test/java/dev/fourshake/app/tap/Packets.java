package dev.fourshake.app.tap;

/** Packets of MQTT 3.1.1, and where it is said of MQTT 5, in hexadecimal. */
public final class Packets {

    /** Clean session, keep alive 60, client identifier "a". */
    public static final String CONNECT = "10 0d 00 04 4d 51 54 54 04 02 00 3c 00 01 61";
    public static final String CONNACK = "20 02 00 00";
    public static final String PINGREQ = "c0 00";
    public static final String PINGRESP = "d0 00";
    public static final String DISCONNECT = "e0 00";

    private Packets() {
    }

    /** Topic "t", a payload of one byte. */
    public static String publish(int qos, int packetId) {
        return qos == 0 ? "30 04 00 01 74 2a" : "%02x 06 00 01 74 %04x 2a".formatted(0x30 | qos << 1, packetId);
    }

    /** As {@link #CONNECT}, of MQTT 5. */
    public static final String CONNECT_5 = "10 0e 00 04 4d 51 54 54 05 02 00 3c 00 00 01 61";

    /** Of MQTT 5: topic "t", no properties, a payload of one byte; QoS 1 or 2. */
    public static String publish5(int qos, int packetId) {
        return "%02x 07 00 01 74 %04x 00 2a".formatted(0x30 | qos << 1, packetId);
    }

    public static String pubrec(int packetId) {
        return "50 02 %04x".formatted(packetId);
    }

    public static String pubrel(int packetId) {
        return "62 02 %04x".formatted(packetId);
    }

    public static String pubcomp(int packetId) {
        return "70 02 %04x".formatted(packetId);
    }
}
