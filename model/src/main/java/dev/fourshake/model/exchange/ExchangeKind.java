package dev.fourshake.model.exchange;

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
}
