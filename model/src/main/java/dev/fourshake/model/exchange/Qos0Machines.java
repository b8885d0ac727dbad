package dev.fourshake.model.exchange;

import static dev.fourshake.model.exchange.Event.PUBLISH;
import static dev.fourshake.model.exchange.Event.PUBLISH_AGAIN;
import static dev.fourshake.model.exchange.Event.PUBLISH_DUP;

import java.util.EnumSet;
import java.util.List;

/** QoS 0: at most once (MQTT 5.0 section 4.3.1). Nobody remembers anything; DUP is forbidden. */
final class Qos0Machines {

    private static final String DUP = "MQTT-3.3.1-2";

    static final StateTable<SenderState> SENDER = sender();
    static final StateTable<ReceiverState> RECEIVER = receiver();

    private Qos0Machines() {
    }

    private static StateTable<SenderState> sender() {
        var table = new StateTable.Builder<>(SenderState.class, List.of(SenderState.IDLE),
                EnumSet.of(PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN));
        table.in(SenderState.IDLE)
                .regular(SenderState.IDLE, PUBLISH)
                .illegal(SenderState.IDLE, DUP, DUP, PUBLISH_DUP, PUBLISH_AGAIN);
        return table.build();
    }

    private static StateTable<ReceiverState> receiver() {
        var table = new StateTable.Builder<>(ReceiverState.class, List.of(ReceiverState.IDLE),
                EnumSet.of(PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN));
        table.in(ReceiverState.IDLE)
                .regular(ReceiverState.IDLE, PUBLISH)
                .illegal(ReceiverState.IDLE, DUP, DUP, PUBLISH_DUP, PUBLISH_AGAIN);
        return table.build();
    }
}
