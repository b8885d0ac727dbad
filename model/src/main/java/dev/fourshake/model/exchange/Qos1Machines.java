package dev.fourshake.model.exchange;

import static dev.fourshake.model.exchange.Event.PUBACK;
import static dev.fourshake.model.exchange.Event.PUBACK_AGAIN;
import static dev.fourshake.model.exchange.Event.PUBCOMP;
import static dev.fourshake.model.exchange.Event.PUBCOMP_AGAIN;
import static dev.fourshake.model.exchange.Event.PUBLISH;
import static dev.fourshake.model.exchange.Event.PUBLISH_AGAIN;
import static dev.fourshake.model.exchange.Event.PUBLISH_DUP;
import static dev.fourshake.model.exchange.Event.PUBREC;
import static dev.fourshake.model.exchange.Event.PUBREC_AGAIN;
import static dev.fourshake.model.exchange.Event.PUBREC_REFUSED;
import static dev.fourshake.model.exchange.Event.PUBREC_REFUSED_AGAIN;
import static dev.fourshake.model.exchange.Event.PUBREL;
import static dev.fourshake.model.exchange.Event.PUBREL_AGAIN;

import java.util.List;

/** QoS 1: at least once (MQTT 5.0 section 4.3.2). */
final class Qos1Machines {

    /** First transmission with DUP 1. */
    private static final String DUP_AT_FIRST_3 = "MQTT-4.3.2-1";
    private static final String DUP_AT_FIRST_5 = "MQTT-4.3.2-2";
    /** Sent again without DUP. */
    private static final String NO_DUP = "MQTT-3.3.1-1";
    /** Sent again on a live connection. */
    private static final String RESENT_LIVE = "MQTT-4.4.0-1";
    /** Answered with the packet of another QoS. */
    private static final String WRONG_ANSWER = "MQTT-3.3.4-1";
    /** Acknowledges what was not sent. */
    private static final String NO_SUCH_3 = "MQTT-2.3.1-6";
    private static final String NO_SUCH_5 = "MQTT-2.2.1-5";

    static final StateTable<SenderState> SENDER = sender();
    static final StateTable<ReceiverState> RECEIVER = receiver();

    private Qos1Machines() {
    }

    private static StateTable<SenderState> sender() {
        SenderState idle = SenderState.IDLE;
        SenderState await = SenderState.AWAIT_PUBACK;
        var table = new StateTable.Builder<>(SenderState.class, List.of(idle, await), StateTables.DELIVERY_EVENTS);
        table.in(idle)
                .regular(await, PUBLISH)
                .illegal(await, DUP_AT_FIRST_3, DUP_AT_FIRST_5, PUBLISH_DUP)
                .repeated(await, PUBLISH_AGAIN)
                .repeated(idle, PUBACK, PUBACK_AGAIN)
                .illegal(idle, WRONG_ANSWER, WRONG_ANSWER, PUBREC, PUBREC_AGAIN, PUBREC_REFUSED,
                        PUBREC_REFUSED_AGAIN)
                .illegal(idle, NO_SUCH_3, NO_SUCH_5, PUBREL, PUBREL_AGAIN, PUBCOMP, PUBCOMP_AGAIN);
        table.in(await)
                .illegal(await, NO_DUP, NO_DUP, PUBLISH)
                .repeatedBefore5(await, RESENT_LIVE, PUBLISH_DUP)
                .repeated(await, PUBLISH_AGAIN)
                .regular(idle, PUBACK, PUBACK_AGAIN)
                .illegal(await, WRONG_ANSWER, WRONG_ANSWER, PUBREC, PUBREC_AGAIN, PUBREC_REFUSED,
                        PUBREC_REFUSED_AGAIN)
                .illegal(await, NO_SUCH_3, NO_SUCH_5, PUBREL, PUBREL_AGAIN, PUBCOMP, PUBCOMP_AGAIN);
        return table.build();
    }

    private static StateTable<ReceiverState> receiver() {
        ReceiverState idle = ReceiverState.IDLE;
        ReceiverState owes = ReceiverState.OWES_PUBACK;
        var table = new StateTable.Builder<>(ReceiverState.class, List.of(idle, owes), StateTables.DELIVERY_EVENTS);
        table.in(idle)
                .regular(owes, PUBLISH)
                .repeated(owes, PUBLISH_DUP, PUBLISH_AGAIN)
                .illegal(idle, NO_SUCH_3, NO_SUCH_5, PUBACK)
                .repeated(idle, PUBACK_AGAIN)
                .illegal(idle, WRONG_ANSWER, WRONG_ANSWER, PUBREC, PUBREC_AGAIN, PUBREC_REFUSED,
                        PUBREC_REFUSED_AGAIN)
                .illegal(idle, NO_SUCH_3, NO_SUCH_5, PUBREL, PUBREL_AGAIN, PUBCOMP, PUBCOMP_AGAIN);
        table.in(owes)
                .repeated(owes, PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN)
                .regular(idle, PUBACK, PUBACK_AGAIN)
                .illegal(owes, WRONG_ANSWER, WRONG_ANSWER, PUBREC, PUBREC_AGAIN, PUBREC_REFUSED,
                        PUBREC_REFUSED_AGAIN)
                .illegal(owes, NO_SUCH_3, NO_SUCH_5, PUBREL, PUBREL_AGAIN, PUBCOMP, PUBCOMP_AGAIN);
        return table.build();
    }
}
