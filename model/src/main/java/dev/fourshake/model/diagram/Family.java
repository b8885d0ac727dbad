package dev.fourshake.model.diagram;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;

/** What a packet is for: the colour and the weight of its arrow. */
public enum Family {
    /** CONNECT, CONNACK, DISCONNECT, AUTH. */
    SESSION,
    /** SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK. */
    SUBSCRIPTION,
    PING,
    /** A packet of a delivery at QoS 0, 1 or 2: the PUBLISH and its acknowledgements alike. */
    QOS_0, QOS_1, QOS_2,
    /** Bytes that are not MQTT. */
    OPAQUE;

    static Family of(TraceSnapshot trace, int row) {
        if (trace.kind(row) == RowKind.OPAQUE) {
            return OPAQUE;
        }
        return switch (trace.type(row)) {
            case CONNECT, CONNACK, DISCONNECT, AUTH -> SESSION;
            case SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK -> SUBSCRIPTION;
            case PINGREQ, PINGRESP -> PING;
            case PUBLISH -> switch (trace.firstByte(row) >> 1 & 3) {
                case 0 -> QOS_0;
                case 1 -> QOS_1;
                default -> QOS_2;
            };
            case PUBACK -> QOS_1;
            case PUBREC, PUBREL, PUBCOMP -> QOS_2;
            case RESERVED -> OPAQUE;
        };
    }

    static Family of(ExchangeKind kind) {
        return switch (kind) {
            case QOS_0 -> QOS_0;
            case QOS_1 -> QOS_1;
            case QOS_2 -> QOS_2;
            case SUBSCRIBE, UNSUBSCRIBE -> SUBSCRIPTION;
            case PING -> PING;
            case CONNECT -> SESSION;
        };
    }
}
