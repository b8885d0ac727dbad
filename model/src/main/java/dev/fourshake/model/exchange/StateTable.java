package dev.fourshake.model.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One state machine as a total table: for every pair of state and event it names the next state and whether the
 * event is regular, a repetition, or forbidden, and by which statement of the specification.
 *
 * <h2>How deliveries work</h2>
 * A message at QoS 1 or 2 is handed over between two parties, the <em>sender</em> and the <em>receiver</em>
 * (MQTT 5.0 section 4.3). Each remembers something of its own, so there are two machines an exchange, and they need
 * not agree: between them lies a network that may lose the connection at any moment, and a tap that may hold or drop
 * a packet. A packet moves the machine of the side that sent it when it is sent, and the machine of the other side
 * when it gets there. The difference between the two states is what the engineer wants to see.
 *
 * <p>The sender owns the message until the receiver has said that it took it over: PUBACK at QoS 1, PUBREC at QoS 2.
 * Until then it sends PUBLISH again after each reconnect, with DUP 1. At QoS 1 the receiver forgets the Packet
 * Identifier with its PUBACK, and so takes a repeated PUBLISH for a new message: <em>at least once</em>. At QoS 2
 * the receiver keeps the identifier until PUBREL tells it that no further PUBLISH will come, and the sender keeps the
 * identifier until PUBCOMP tells it that the receiver has forgotten it: <em>exactly once</em>.
 *
 * <h2>How to read the table</h2>
 * Who sends the event is clear from the event and the role: a sender sends PUBLISH and PUBREL, a receiver sends
 * PUBACK, PUBREC and PUBCOMP. Where the machine's own side sends, an illegal cell accuses that side. Where the
 * machine's side gets the packet, an illegal cell says that the other side is wrong, and which state is kept in spite
 * of it. What was sent may have been lost with a connection, so that a side may fall back to an earlier step on the
 * <em>next</em> connection ({@code …_AGAIN}), and never on the same one in MQTT 5 ([MQTT-4.4.0-1]); MQTT 3.1.1 allows
 * that too, and so it is only a repetition there.
 *
 * <p>Immutable; any thread.
 */
public final class StateTable<S extends Enum<S>> {

    private final Set<S> states;
    private final Set<Event> events;
    private final Transition<S>[][] cells;

    private StateTable(Set<S> states, Set<Event> events, Transition<S>[][] cells) {
        this.states = states;
        this.events = events;
        this.cells = cells;
    }

    /** The states that this machine can be in. */
    public Set<S> states() {
        return states;
    }

    /** The events that it may meet. */
    public Set<Event> events() {
        return events;
    }

    /** What becomes of {@code state} when {@code event} comes: there is a cell for each pair of the two sets. */
    public Transition<S> on(S state, Event event) {
        return cells[state.ordinal()][event.ordinal()];
    }

    /** Collects the cells of a table, which must be whole in the end. */
    static final class Builder<S extends Enum<S>> {

        private final Map<S, Map<Event, Transition<S>>> cells;
        private final Set<Event> events;

        Builder(Class<S> type, Collection<S> states, Set<Event> events) {
            this.cells = new EnumMap<>(type);
            this.events = events;
            states.forEach(state -> cells.put(state, new EnumMap<>(Event.class)));
        }

        /** Begins the row of a state. */
        Row in(S state) {
            return new Row(state, cells.get(state));
        }

        StateTable<S> build() {
            List<String> missing = new ArrayList<>();
            int count = cells.keySet().iterator().next().getDeclaringClass().getEnumConstants().length;
            @SuppressWarnings({"unchecked", "rawtypes"})
            Transition<S>[][] table = new Transition[count][Event.values().length];
            cells.forEach((state, row) -> {
                for (Event event : events) {
                    Transition<S> cell = row.get(event);
                    if (cell == null) {
                        missing.add(state + " × " + event);
                    }
                    table[state.ordinal()][event.ordinal()] = cell;
                }
            });
            if (!missing.isEmpty()) {
                throw new IllegalStateException("The table has holes: " + missing);
            }
            return new StateTable<>(Collections.unmodifiableSet(EnumSet.copyOf(cells.keySet())),
                    Collections.unmodifiableSet(EnumSet.copyOf(events)), table);
        }

        /** The cells of one state. */
        final class Row {

            private final S state;
            private final Map<Event, Transition<S>> row;

            private Row(S state, Map<Event, Transition<S>> row) {
                this.state = state;
                this.row = row;
            }

            /** As it should be. */
            Row regular(S next, Event... events) {
                return put(new Transition<>(next, Judgement.REGULAR, "", ""), events);
            }

            /** Once more, as allowed. */
            Row repeated(S next, Event... events) {
                return put(new Transition<>(next, Judgement.REPEATED, "", ""), events);
            }

            /** Once more, as MQTT 3.1.1 allows and MQTT 5 forbids. */
            Row repeatedBefore5(S next, String rule5, Event... events) {
                return put(new Transition<>(next, Judgement.REPEATED, "", rule5), events);
            }

            /** Forbidden. */
            Row illegal(S next, String rule3, String rule5, Event... events) {
                return put(new Transition<>(next, Judgement.ILLEGAL, rule3, rule5), events);
            }

            private Row put(Transition<S> cell, Event... events) {
                for (Event event : events) {
                    if (row.put(event, cell) != null) {
                        throw new IllegalStateException("The table has two cells for " + state + " × " + event);
                    }
                }
                return this;
            }
        }
    }
}
