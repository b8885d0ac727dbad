package dev.fourshake.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinkLossTest {

    /** A key that no bundle knows would show itself. */
    private static String sentence(Message message) {
        String text = message.text(Locale.ENGLISH);
        assertTrue(text.matches("[A-Z].*[^\\]]") && !text.contains("{") && !text.contains("loss."), text);
        return text;
    }

    @Test
    void eachSideHasASentenceForEachStateVersionAndSession() {
        for (ExchangeKind kind : ExchangeKind.values()) {
            for (ProtocolVersion version : ProtocolVersion.values()) {
                for (boolean kept : new boolean[] {true, false}) {
                    for (SenderState state : StateTables.sender(kind).states()) {
                        sentence(LinkLoss.ofSender(kind, state, kept, version, 7));
                    }
                    for (ReceiverState state : StateTables.receiver(kind).states()) {
                        sentence(LinkLoss.ofReceiver(kind, state, kept, version, 7));
                    }
                }
            }
        }
    }

    @Test
    void eachPairOfStatesHasAResult() {
        for (ExchangeKind kind : ExchangeKind.values()) {
            for (SenderState sender : StateTables.sender(kind).states()) {
                for (ReceiverState receiver : StateTables.receiver(kind).states()) {
                    for (Outcome outcome : Outcome.values()) {
                        Exchange exchange = exchange(kind, outcome, sender, receiver);
                        sentence(LinkLoss.of(exchange, true, ProtocolVersion.MQTT_5).result());
                        sentence(LinkLoss.of(exchange, false, ProtocolVersion.MQTT_3_1_1).result());
                    }
                }
            }
        }
    }

    @Test
    void aMessageWhosePubackIsUnderwayMayBeDeliveredTwice() {
        Exchange exchange = new Exchange(0, ExchangeKind.QOS_1, 0, Direction.CLIENT_TO_SERVER, 7, "a",
                List.of(new Step(3, PacketType.PUBLISH, Judgement.REGULAR, SenderState.AWAIT_PUBACK,
                                ReceiverState.OWES_PUBACK),
                        new Step(4, PacketType.PUBACK, Judgement.REGULAR, SenderState.AWAIT_PUBACK,
                                ReceiverState.IDLE)),
                SenderState.AWAIT_PUBACK, ReceiverState.IDLE, Outcome.OPEN);
        LinkLoss loss = LinkLoss.of(exchange, true, ProtocolVersion.MQTT_5);
        assertEquals("The message is not lost, and may be delivered twice.", sentence(loss.result()));
        assertTrue(sentence(loss.sender()).startsWith("It would send PUBLISH 7 again with DUP 1"));
    }

    @Test
    void statesOutcomesAndJudgementsHaveNames() {
        List<Message> messages = new ArrayList<>();
        Stream.of(SenderState.values()).forEach(state -> messages.addAll(List.of(state.title(), state.explanation())));
        Stream.of(ReceiverState.values()).forEach(state -> messages.addAll(List.of(state.title(),
                state.explanation())));
        Stream.of(Outcome.values()).forEach(outcome -> messages.addAll(List.of(outcome.title(),
                outcome.explanation())));
        Stream.of(Judgement.values()).forEach(one -> messages.addAll(List.of(one.title(), one.explanation())));
        for (Message message : messages) {
            assertTrue(!message.text(Locale.ENGLISH).endsWith("[]"), message.key());
        }
    }

    private static Exchange exchange(ExchangeKind kind, Outcome outcome, SenderState sender, ReceiverState receiver) {
        return new Exchange(0, kind, 0, Direction.CLIENT_TO_SERVER, 7, "",
                List.of(new Step(0, kind.request(), Judgement.REGULAR, sender, receiver)), sender, receiver, outcome);
    }
}
