package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.PacketType;

/** What is exchanged: a message at a QoS, or a request with its answer. */
public enum ExchangeKind {
    /** PUBLISH alone. */
    QOS_0,
    /** PUBLISH, PUBACK. */
    QOS_1,
    /** PUBLISH, PUBREC, PUBREL, PUBCOMP. */
    QOS_2,
    /** SUBSCRIBE, SUBACK. */
    SUBSCRIBE,
    /** UNSUBSCRIBE, UNSUBACK. */
    UNSUBSCRIBE,
    /** PINGREQ, PINGRESP. */
    PING,
    /** CONNECT, CONNACK, with the AUTH packets between them. */
    CONNECT;

    /** Whether this is the delivery of a message. */
    public boolean isDelivery() {
        return this == QOS_0 || this == QOS_1 || this == QOS_2;
    }

    /** The packet that begins it. */
    public PacketType request() {
        return switch (this) {
            case QOS_0, QOS_1, QOS_2 -> PacketType.PUBLISH;
            case SUBSCRIBE -> PacketType.SUBSCRIBE;
            case UNSUBSCRIBE -> PacketType.UNSUBSCRIBE;
            case PING -> PacketType.PINGREQ;
            case CONNECT -> PacketType.CONNECT;
        };
    }
}
