package dev.fourshake.model.exchange;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.ProtocolVersion;

/**
 * What would become of an exchange if its link died now, seen from each side and for the message itself. A link is
 * lost for both sides at a moment that they do not agree on; what they then do follows from what each remembers
 * (MQTT 5.0 sections 4.1, 4.3 and 4.4).
 *
 * @param sender   what the sender would do
 * @param receiver what the receiver would do
 * @param result   what that means for the message or the request
 */
public record LinkLoss(Message sender, Message receiver, Message result) {

    /** How far a message has got. */
    private enum Place {
        /** Sent and not there, or never sent: the receiver knows nothing of it. */
        UNDERWAY,
        /** The receiver had it, and the sender does not know that. */
        UNCONFIRMED,
        /** The receiver has it, and the sender knows. */
        TAKEN_OVER,
        /** Done. */
        DONE
    }

    /**
     * @param exchange    at the chosen moment
     * @param sessionKept whether both sides keep the session: no clean start, an expiry that is not over
     */
    public static LinkLoss of(Exchange exchange, boolean sessionKept, ProtocolVersion version) {
        return new LinkLoss(
                ofSender(exchange.kind(), exchange.sender(), sessionKept, version, exchange.packetId()),
                ofReceiver(exchange.kind(), exchange.receiver(), sessionKept, version, exchange.packetId()),
                result(exchange, sessionKept));
    }

    /** What a sender in this state would do. */
    public static Message ofSender(ExchangeKind kind, SenderState state, boolean sessionKept, ProtocolVersion version,
                                   int packetId) {
        return say(kind, "sender." + state.name(), sessionKept, version, packetId);
    }

    /** What a receiver in this state would do. */
    public static Message ofReceiver(ExchangeKind kind, ReceiverState state, boolean sessionKept,
                                     ProtocolVersion version, int packetId) {
        return say(kind, "receiver." + state.name(), sessionKept, version, packetId);
    }

    private static Message say(ExchangeKind kind, String state, boolean sessionKept, ProtocolVersion version,
                               int packetId) {
        String fate = sessionKept ? "kept" : "dropped";
        Message byVersion = Message.of(LinkLoss.class, "loss." + fate + (version.isMqtt5() ? ".5" : ".3"));
        return switch (kind) {
            case QOS_0, QOS_1, QOS_2 -> Message.of(LinkLoss.class, "loss." + kind.name() + "." + state + "." + fate,
                    String.valueOf(packetId), byVersion);
            case SUBSCRIBE, UNSUBSCRIBE, PING, CONNECT ->
                    Message.of(LinkLoss.class, "loss.REQUEST." + state, kind.request().name());
        };
    }

    private static Message result(Exchange exchange, boolean sessionKept) {
        Place place = place(exchange);
        if (place == Place.DONE) {
            return Message.of(LinkLoss.class, "loss.result.DONE");
        }
        return switch (exchange.kind()) {
            case QOS_0, QOS_1, QOS_2 -> Message.of(LinkLoss.class, "loss." + exchange.kind().name() + ".result."
                    + place.name() + (sessionKept ? ".kept" : ".dropped"));
            case SUBSCRIBE, UNSUBSCRIBE, PING, CONNECT ->
                    Message.of(LinkLoss.class, "loss.REQUEST.result", exchange.kind().request().name());
        };
    }

    private static Place place(Exchange exchange) {
        if (exchange.outcome() != Outcome.OPEN) {
            return Place.DONE;
        }
        return switch (exchange.sender()) {
            case OWES_PUBREL, AWAIT_PUBCOMP -> Place.TAKEN_OVER;
            case IDLE, AWAIT_PUBACK, AWAIT_PUBREC, AWAIT_ANSWER ->
                    exchange.steps().stream().allMatch(step -> step.receiver() == ReceiverState.IDLE)
                            ? Place.UNDERWAY : Place.UNCONFIRMED;
        };
    }
}
