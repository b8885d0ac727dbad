package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.wire.Direction;

/** The packet that one side of an exchange has to send next. */
enum Owed {
    NOTHING, PUBACK, PUBREC, PUBREL, PUBCOMP, CONNACK, SUBACK, UNSUBACK, PINGRESP;

    /**
     * What is owed where both sides stand so. What the tap holds or has dropped has not got there, and so nobody owes
     * an answer to it.
     */
    static Owed at(ExchangeKind kind, SenderState sender, ReceiverState receiver) {
        return switch (receiver) {
            case OWES_PUBACK -> PUBACK;
            case OWES_PUBREC -> PUBREC;
            case OWES_PUBCOMP -> PUBCOMP;
            case OWES_ANSWER -> answerTo(kind);
            case IDLE, AWAIT_PUBREL -> sender == SenderState.OWES_PUBREL ? PUBREL : NOTHING;
        };
    }

    private static Owed answerTo(ExchangeKind kind) {
        return switch (kind) {
            case CONNECT -> CONNACK;
            case SUBSCRIBE -> SUBACK;
            case UNSUBSCRIBE -> UNSUBACK;
            case PING -> PINGRESP;
            case QOS_0, QOS_1, QOS_2 -> NOTHING;
        };
    }

    /** Whether the broker owes it, where the message or the request goes this way. */
    boolean isOfBroker(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? this != PUBREL : this == PUBREL;
    }

    /** Whether it bears a Packet Identifier. */
    boolean isNumbered() {
        return this != CONNACK && this != PINGRESP;
    }
}
