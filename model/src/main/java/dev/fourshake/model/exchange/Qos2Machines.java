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

/** QoS 2: exactly once (MQTT 5.0 section 4.3.3). MQTT 3.1.1 has all duties of a side under one number. */
final class Qos2Machines {

    private static final String SENDER_3 = "MQTT-4.3.3-1";
    private static final String RECEIVER_3 = "MQTT-4.3.3-2";
    /** First transmission with DUP 1. */
    private static final String DUP_AT_FIRST = "MQTT-4.3.3-2";
    /** PUBREL without PUBREC. */
    private static final String EARLY_PUBREL = "MQTT-4.3.3-3";
    /** PUBREL that no PUBREC below 0x80 asked for. */
    private static final String SURPLUS_PUBREL = "MQTT-4.3.3-4";
    /** PUBLISH after PUBREL. */
    private static final String PUBLISH_AFTER_PUBREL = "MQTT-4.3.3-6";
    /** PUBREC that no PUBLISH asked for. */
    private static final String SURPLUS_PUBREC = "MQTT-4.3.3-8";
    /** PUBCOMP that no PUBREL asked for. */
    private static final String SURPLUS_PUBCOMP = "MQTT-4.3.3-11";
    /** Sent again without DUP. */
    private static final String NO_DUP = "MQTT-3.3.1-1";
    /** Sent again on a live connection. */
    private static final String RESENT_LIVE = "MQTT-4.4.0-1";
    /** Answered with the packet of another QoS. */
    private static final String WRONG_ANSWER = "MQTT-3.3.4-1";

    static final StateTable<SenderState> SENDER = sender();
    static final StateTable<ReceiverState> RECEIVER = receiver();

    private Qos2Machines() {
    }

    private static StateTable<SenderState> sender() {
        SenderState idle = SenderState.IDLE;
        SenderState awaitRec = SenderState.AWAIT_PUBREC;
        SenderState owesRel = SenderState.OWES_PUBREL;
        SenderState awaitComp = SenderState.AWAIT_PUBCOMP;
        var table = new StateTable.Builder<>(SenderState.class, List.of(idle, awaitRec, owesRel, awaitComp),
                StateTables.DELIVERY_EVENTS);
        table.in(idle)
                .regular(awaitRec, PUBLISH)
                .illegal(awaitRec, SENDER_3, DUP_AT_FIRST, PUBLISH_DUP)
                .repeated(awaitRec, PUBLISH_AGAIN)
                .repeated(idle, PUBREC, PUBREC_AGAIN, PUBREC_REFUSED, PUBREC_REFUSED_AGAIN, PUBCOMP, PUBCOMP_AGAIN)
                .repeatedBefore5(awaitComp, SURPLUS_PUBREL, PUBREL)
                .repeated(awaitComp, PUBREL_AGAIN)
                .illegal(idle, WRONG_ANSWER, WRONG_ANSWER, PUBACK, PUBACK_AGAIN);
        table.in(awaitRec)
                .illegal(awaitRec, NO_DUP, NO_DUP, PUBLISH)
                .repeatedBefore5(awaitRec, RESENT_LIVE, PUBLISH_DUP)
                .repeated(awaitRec, PUBLISH_AGAIN)
                .regular(owesRel, PUBREC, PUBREC_AGAIN)
                .regular(idle, PUBREC_REFUSED, PUBREC_REFUSED_AGAIN)
                .illegal(awaitComp, SENDER_3, EARLY_PUBREL, PUBREL, PUBREL_AGAIN)
                .illegal(awaitRec, RECEIVER_3, SURPLUS_PUBCOMP, PUBCOMP, PUBCOMP_AGAIN)
                .illegal(awaitRec, WRONG_ANSWER, WRONG_ANSWER, PUBACK, PUBACK_AGAIN);
        table.in(owesRel)
                .illegal(owesRel, NO_DUP, NO_DUP, PUBLISH)
                .repeatedBefore5(owesRel, RESENT_LIVE, PUBLISH_DUP)
                .repeated(awaitRec, PUBLISH_AGAIN)
                .repeated(owesRel, PUBREC, PUBREC_AGAIN)
                .repeated(idle, PUBREC_REFUSED, PUBREC_REFUSED_AGAIN)
                .regular(awaitComp, PUBREL, PUBREL_AGAIN)
                .illegal(owesRel, RECEIVER_3, SURPLUS_PUBCOMP, PUBCOMP, PUBCOMP_AGAIN)
                .illegal(owesRel, WRONG_ANSWER, WRONG_ANSWER, PUBACK, PUBACK_AGAIN);
        table.in(awaitComp)
                .illegal(awaitComp, SENDER_3, PUBLISH_AFTER_PUBREL, PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN)
                .repeated(awaitComp, PUBREC, PUBREC_AGAIN, PUBREC_REFUSED, PUBREC_REFUSED_AGAIN)
                .repeatedBefore5(awaitComp, RESENT_LIVE, PUBREL)
                .repeated(awaitComp, PUBREL_AGAIN)
                .regular(idle, PUBCOMP, PUBCOMP_AGAIN)
                .illegal(awaitComp, WRONG_ANSWER, WRONG_ANSWER, PUBACK, PUBACK_AGAIN);
        return table.build();
    }

    private static StateTable<ReceiverState> receiver() {
        ReceiverState idle = ReceiverState.IDLE;
        ReceiverState owesRec = ReceiverState.OWES_PUBREC;
        ReceiverState awaitRel = ReceiverState.AWAIT_PUBREL;
        ReceiverState owesComp = ReceiverState.OWES_PUBCOMP;
        var table = new StateTable.Builder<>(ReceiverState.class, List.of(idle, owesRec, awaitRel, owesComp),
                StateTables.DELIVERY_EVENTS);
        table.in(idle)
                .regular(owesRec, PUBLISH)
                .repeated(owesRec, PUBLISH_DUP, PUBLISH_AGAIN)
                .repeated(owesComp, PUBREL, PUBREL_AGAIN)
                .illegal(idle, RECEIVER_3, SURPLUS_PUBREC, PUBREC, PUBREC_REFUSED)
                .illegal(idle, RECEIVER_3, SURPLUS_PUBCOMP, PUBCOMP)
                .repeated(idle, PUBREC_AGAIN, PUBREC_REFUSED_AGAIN, PUBCOMP_AGAIN)
                .illegal(idle, WRONG_ANSWER, WRONG_ANSWER, PUBACK, PUBACK_AGAIN);
        table.in(owesRec)
                .repeated(owesRec, PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN)
                .regular(awaitRel, PUBREC, PUBREC_AGAIN)
                .regular(idle, PUBREC_REFUSED, PUBREC_REFUSED_AGAIN)
                .illegal(owesComp, SENDER_3, EARLY_PUBREL, PUBREL, PUBREL_AGAIN)
                .illegal(owesRec, RECEIVER_3, SURPLUS_PUBCOMP, PUBCOMP, PUBCOMP_AGAIN)
                .illegal(owesRec, WRONG_ANSWER, WRONG_ANSWER, PUBACK, PUBACK_AGAIN);
        table.in(awaitRel)
                .repeated(owesRec, PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN)
                .repeatedBefore5(awaitRel, RESENT_LIVE, PUBREC)
                .repeated(awaitRel, PUBREC_AGAIN)
                .illegal(idle, RECEIVER_3, SURPLUS_PUBREC, PUBREC_REFUSED)
                .repeated(idle, PUBREC_REFUSED_AGAIN)
                .regular(owesComp, PUBREL, PUBREL_AGAIN)
                .illegal(awaitRel, RECEIVER_3, SURPLUS_PUBCOMP, PUBCOMP, PUBCOMP_AGAIN)
                .illegal(awaitRel, WRONG_ANSWER, WRONG_ANSWER, PUBACK, PUBACK_AGAIN);
        table.in(owesComp)
                .illegal(owesRec, SENDER_3, PUBLISH_AFTER_PUBREL, PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN)
                .illegal(owesComp, RECEIVER_3, SURPLUS_PUBREC, PUBREC, PUBREC_REFUSED)
                .repeated(owesComp, PUBREC_AGAIN, PUBREC_REFUSED_AGAIN)
                .repeated(owesComp, PUBREL, PUBREL_AGAIN)
                .regular(idle, PUBCOMP, PUBCOMP_AGAIN)
                .illegal(owesComp, WRONG_ANSWER, WRONG_ANSWER, PUBACK, PUBACK_AGAIN);
        return table.build();
    }
}
