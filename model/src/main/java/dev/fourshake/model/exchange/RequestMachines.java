package dev.fourshake.model.exchange;

import static dev.fourshake.model.exchange.Event.ANSWER;
import static dev.fourshake.model.exchange.Event.CHALLENGE;
import static dev.fourshake.model.exchange.Event.REQUEST;

import java.util.List;

/**
 * A request and its answer: CONNECT and CONNACK (with AUTH between them), SUBSCRIBE and SUBACK, UNSUBSCRIBE and
 * UNSUBACK, PINGREQ and PINGRESP. Requests belong to a connection: nobody remembers them when it is lost.
 */
final class RequestMachines {

    /** Answers what was not asked: SUBACK and UNSUBACK carry the identifier of their request. */
    private static final String UNASKED_3 = "MQTT-2.3.1-7";
    private static final String UNASKED_5 = "MQTT-2.2.1-6";

    static final StateTable<SenderState> SENDER = sender();
    static final StateTable<ReceiverState> RECEIVER = receiver();

    private RequestMachines() {
    }

    private static StateTable<SenderState> sender() {
        SenderState idle = SenderState.IDLE;
        SenderState await = SenderState.AWAIT_ANSWER;
        var table = new StateTable.Builder<>(SenderState.class, List.of(idle, await), StateTables.REQUEST_EVENTS);
        table.in(idle)
                .regular(await, REQUEST)
                .regular(idle, CHALLENGE)
                .repeated(idle, ANSWER);
        table.in(await)
                .repeatedBefore5(await, "MQTT-4.4.0-1", REQUEST)
                .regular(await, CHALLENGE)
                .regular(idle, ANSWER);
        return table.build();
    }

    private static StateTable<ReceiverState> receiver() {
        ReceiverState idle = ReceiverState.IDLE;
        ReceiverState owes = ReceiverState.OWES_ANSWER;
        var table = new StateTable.Builder<>(ReceiverState.class, List.of(idle, owes), StateTables.REQUEST_EVENTS);
        table.in(idle)
                .regular(owes, REQUEST)
                .regular(idle, CHALLENGE)
                .illegal(idle, UNASKED_3, UNASKED_5, ANSWER);
        table.in(owes)
                .repeated(owes, REQUEST)
                .regular(owes, CHALLENGE)
                .regular(idle, ANSWER);
        return table.build();
    }
}
