package dev.fourshake.ui.view.exchange;

import dev.fourshake.model.exchange.Event;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.StateTable;
import dev.fourshake.model.exchange.Transition;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a state machine through an exchange that goes well, read from its table: from idle to idle. Both machines
 * of an exchange are moved by the same packets.
 *
 * @param states one more than events
 * @param events what leads from each state to the next
 */
record Chain<S extends Enum<S>>(List<S> states, List<Event> events) {

    static <S extends Enum<S>> Chain<S> of(StateTable<S> table, S idle) {
        List<S> states = new ArrayList<>(List.of(idle));
        List<Event> events = new ArrayList<>();
        do {
            S state = states.getLast();
            Event event = table.events().stream().filter(each -> leadsOn(table, state, each)).findFirst().orElseThrow();
            events.add(event);
            states.add(table.on(state, event).next());
        } while (states.getLast() != idle);
        return new Chain<>(List.copyOf(states), List.copyOf(events));
    }

    /** At QoS 0 there is but one state. */
    private static <S extends Enum<S>> boolean leadsOn(StateTable<S> table, S state, Event event) {
        Transition<S> cell = table.on(state, event);
        return cell.judgement() == Judgement.REGULAR && (cell.next() != state || table.states().size() == 1);
    }

    int end() {
        return events.size();
    }

    /** Where the machine stands after each step, counted from the idle at the beginning to the one at the end. */
    int[] positions(List<S> after) {
        int[] positions = new int[after.size()];
        boolean begun = false;
        for (int i = 0; i < positions.length; i++) {
            boolean idle = after.get(i) == states.getFirst();
            begun |= !idle;
            positions[i] = !idle ? states.indexOf(after.get(i)) : begun ? end() : 0;
        }
        return positions;
    }

    /** The packet that is the event in an exchange of this kind. */
    static PacketType packet(Event event, ExchangeKind kind) {
        return switch (event) {
            case PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN -> PacketType.PUBLISH;
            case PUBACK, PUBACK_AGAIN -> PacketType.PUBACK;
            case PUBREC, PUBREC_REFUSED, PUBREC_AGAIN, PUBREC_REFUSED_AGAIN -> PacketType.PUBREC;
            case PUBREL, PUBREL_AGAIN -> PacketType.PUBREL;
            case PUBCOMP, PUBCOMP_AGAIN -> PacketType.PUBCOMP;
            case CHALLENGE -> PacketType.AUTH;
            case REQUEST -> kind.request();
            case ANSWER -> switch (kind) {
                case SUBSCRIBE -> PacketType.SUBACK;
                case UNSUBSCRIBE -> PacketType.UNSUBACK;
                case PING -> PacketType.PINGRESP;
                case CONNECT -> PacketType.CONNACK;
                case QOS_0, QOS_1, QOS_2 -> throw new IllegalArgumentException(kind + " has no answer");
            };
        };
    }
}
