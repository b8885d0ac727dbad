package dev.fourshake.model.wire;

/** MQTT Control Packet types, in the order of their four-bit values (MQTT 5.0 section 2.1.2). */
public enum PacketType {
    /** Value 0: forbidden. */
    RESERVED,
    CONNECT, CONNACK, PUBLISH, PUBACK, PUBREC, PUBREL, PUBCOMP,
    SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK, PINGREQ, PINGRESP, DISCONNECT,
    /** Value 15: MQTT 5 only; forbidden before. */
    AUTH;

    private static final PacketType[] BY_VALUE = values();

    /** The type in the upper four bits of a packet's first byte. */
    public static PacketType ofFirstByte(int firstByte) {
        return BY_VALUE[(firstByte >> 4) & 0x0F];
    }

    /** The four-bit value. */
    public int value() {
        return ordinal();
    }
}
