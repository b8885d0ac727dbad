package dev.fourshake.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateTableTest {

    @ParameterizedTest
    @EnumSource(ExchangeKind.class)
    void thereIsACellForEachStateAndEvent(ExchangeKind kind) {
        assertTotal(StateTables.sender(kind));
        assertTotal(StateTables.receiver(kind));
    }

    private static <S extends Enum<S>> void assertTotal(StateTable<S> table) {
        for (S state : table.states()) {
            for (Event event : table.events()) {
                Transition<S> cell = present(table.on(state, event), state + " × " + event);
                assertTrue(table.states().contains(cell.next()), state + " × " + event);
                assertEquals(cell.judgement() == Judgement.ILLEGAL, !cell.rule3().isEmpty(), state + " × " + event);
                for (ProtocolVersion version : ProtocolVersion.values()) {
                    assertEquals(cell.judgement(version) == Judgement.ILLEGAL, !cell.rule(version).isEmpty());
                }
            }
        }
    }

    private static <T> T present(T value, String message) {
        assertNotNull(value, message);
        return value;
    }

    @ParameterizedTest
    @EnumSource(ExchangeKind.class)
    void eachStateCanBeReachedLegallyAndLeadsBackToIdle(ExchangeKind kind) {
        assertEquals(StateTables.sender(kind).states(), reachable(StateTables.sender(kind), SenderState.IDLE));
        assertEquals(StateTables.receiver(kind).states(), reachable(StateTables.receiver(kind), ReceiverState.IDLE));
        for (SenderState state : StateTables.sender(kind).states()) {
            assertTrue(reachable(StateTables.sender(kind), state).contains(SenderState.IDLE));
        }
        for (ReceiverState state : StateTables.receiver(kind).states()) {
            assertTrue(reachable(StateTables.receiver(kind), state).contains(ReceiverState.IDLE));
        }
    }

    private static <S extends Enum<S>> Set<S> reachable(StateTable<S> table, S from) {
        Set<S> found = EnumSet.of(from);
        Deque<S> todo = new ArrayDeque<>(found);
        while (!todo.isEmpty()) {
            S state = todo.poll();
            for (Event event : table.events()) {
                Transition<S> cell = table.on(state, event);
                if (cell.judgement() == Judgement.REGULAR && found.add(cell.next())) {
                    todo.add(cell.next());
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(value = ExchangeKind.class, names = {"QOS_1", "QOS_2"})
    void mqtt5NeverSendsAgainOnALiveConnection(ExchangeKind kind) {
        StateTable<SenderState> table = StateTables.sender(kind);
        for (SenderState state : table.states()) {
            assertEquals(Judgement.ILLEGAL, table.on(state, Event.PUBLISH_DUP).judgement(ProtocolVersion.MQTT_5));
        }
    }

    @Test
    void atQos2ThePublishIsNeverSentAgainOncePubrelWasSent() {
        StateTable<SenderState> table = StateTables.sender(ExchangeKind.QOS_2);
        for (Event event : List.of(Event.PUBLISH, Event.PUBLISH_DUP, Event.PUBLISH_AGAIN)) {
            Transition<SenderState> cell = table.on(SenderState.AWAIT_PUBCOMP, event);
            assertEquals("MQTT-4.3.3-6", cell.rule(ProtocolVersion.MQTT_5));
            assertEquals("MQTT-4.3.3-1", cell.rule(ProtocolVersion.MQTT_3_1_1));
        }
    }

    @Test
    void aTableWithAHoleIsRefused() {
        var table = new StateTable.Builder<>(SenderState.class, List.of(SenderState.IDLE), EnumSet.of(Event.PUBLISH));
        assertThrows(IllegalStateException.class, table::build);
    }
}
