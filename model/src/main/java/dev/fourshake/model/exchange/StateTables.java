package dev.fourshake.model.exchange;

import java.util.EnumSet;
import java.util.Set;

/** The state machines of all kinds of exchange, one for each role. */
public final class StateTables {

    static final Set<Event> DELIVERY_EVENTS = EnumSet.range(Event.PUBLISH, Event.PUBCOMP_AGAIN);
    static final Set<Event> REQUEST_EVENTS = EnumSet.range(Event.REQUEST, Event.ANSWER);

    private StateTables() {
    }

    /** The machine of the side that began an exchange of this kind. */
    public static StateTable<SenderState> sender(ExchangeKind kind) {
        return switch (kind) {
            case QOS_0 -> Qos0Machines.SENDER;
            case QOS_1 -> Qos1Machines.SENDER;
            case QOS_2 -> Qos2Machines.SENDER;
            case SUBSCRIBE, UNSUBSCRIBE, PING, CONNECT -> RequestMachines.SENDER;
        };
    }

    /** The machine of the other side. */
    public static StateTable<ReceiverState> receiver(ExchangeKind kind) {
        return switch (kind) {
            case QOS_0 -> Qos0Machines.RECEIVER;
            case QOS_1 -> Qos1Machines.RECEIVER;
            case QOS_2 -> Qos2Machines.RECEIVER;
            case SUBSCRIBE, UNSUBSCRIBE, PING, CONNECT -> RequestMachines.RECEIVER;
        };
    }
}
