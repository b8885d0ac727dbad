package dev.fourshake.ui.view.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.exchange.StateTables;
import dev.fourshake.ui.diagram.Traces;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The two machines beside each other, as one line a picture: {@code .} a state that was passed, {@code O} the current
 * one, {@code -} one that is ahead; for the packets {@code =} arrived, {@code |} held, {@code x} lost, {@code -} ahead.
 */
class LadderTest {

    private final Press press = new Press(3_600);

    private static void assertLooks(String sender, String packets, String receiver, ExchangeSheet sheet) {
        Ladder ladder = sheet.ladder();
        assertEquals(List.of(sender, packets, receiver), List.of(stages(ladder.sender()),
                ladder.rungs().stream().map(rung -> switch (rung.passing()) {
                    case AHEAD -> "-";
                    case HELD -> "|";
                    case LOST -> "x";
                    case ARRIVED -> "=";
                }).collect(Collectors.joining()), stages(ladder.receiver())));
    }

    private static String stages(List<Stage> stages) {
        return stages.stream().map(stage -> switch (stage.mark()) {
            case PASSED -> ".";
            case CURRENT -> "O";
            case AHEAD -> "-";
        }).collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource(ExchangeKind.class)
    void bothMachinesAreWholeAndMovedByTheSamePackets(ExchangeKind kind) {
        Chain<SenderState> sender = Chain.of(StateTables.sender(kind), SenderState.IDLE);
        Chain<ReceiverState> receiver = Chain.of(StateTables.receiver(kind), ReceiverState.IDLE);
        assertEquals(StateTables.sender(kind).states(), EnumSet.copyOf(sender.states()));
        assertEquals(StateTables.receiver(kind).states(), EnumSet.copyOf(receiver.states()));
        assertEquals(sender.events(), receiver.events());
        assertEquals(sender.end() + 1, sender.states().size());
    }

    @Test
    void aHeldPubrelHasMovedTheSenderAndNotTheReceiver() {
        press.up(Press.publish()).down(Press.pubrec(0));
        long hold = press.hold(Press.pubrel());
        assertLooks("...O-", "==|-", "..O--", press.sheet());
        int held = press.trace().rowCount() - 1;
        press.release(hold);
        assertLooks("...O-", "===-", "...O-", press.sheet());
        press.down(Press.pubcomp());
        assertLooks("....O", "====", "....O", press.sheet());
        assertLooks("...O-", "==|-", "..O--", press.sheet(held));
        assertLooks("...O-", "===-", "...O-", press.sheet(held + 1));
    }

    @Test
    void eachSideHasItsOwnTimes() {
        press.up(Press.publish()).down(Press.pubrec(0));
        long hold = press.hold(Press.pubrel());
        press.traces.pause(5_000_000_000L);
        press.release(hold);
        Ladder ladder = press.sheet().ladder();
        assertEquals(Stage.UNKNOWN, ladder.sender().getFirst().afterNanos());
        assertEquals(0, ladder.sender().get(1).afterNanos());
        assertEquals(ladder.sender().get(2).afterNanos(), ladder.receiver().get(2).afterNanos());
        assertTrue(ladder.sender().get(3).afterNanos() < 10_000_000);
        assertTrue(ladder.receiver().get(3).afterNanos() > 5_000_000_000L);
        assertEquals(Stage.UNKNOWN, ladder.sender().get(4).afterNanos());
    }

    @Test
    void aPubrecThatIsLostWithItsLinkIsAskedForByASecondPublish() {
        press.up(Press.publish());
        assertLooks(".O---", "=---", ".O---", press.sheet());
        long hold = press.traces.hold(1, Traces.DOWN, Press.pubrec(0));
        press.lost();
        assertEquals(1, hold);
        assertLooks(".O---", "=x--", "..O--", press.sheet());
        press.connect(3_600, false);
        press.up(Press.publishAgain());
        ExchangeSheet again = ExchangeSheet.of(press.trace(), new Moment(1, Moment.NOW));
        assertLooks(".O---", "=---", ".O---", again);
        assertEquals(2, again.ladder().rungs().getFirst().times());
    }

    @Test
    void aDroppedPublishNeverMovesTheReceiver() {
        press.drop(Press.publish());
        assertLooks(".O---", "x---", "O----", press.sheet());
    }

    @Test
    void aRefusalEndsBothMachinesWithoutTheStatesBetween() {
        press.up(Press.publish()).down(Press.pubrec(0x87));
        assertEquals(Outcome.REJECTED, press.sheet().exchange().outcome());
        assertLooks("..--O", "==--", "..--O", press.sheet());
    }

    @Test
    void whatBeganBeforeTheTraceIsNotClaimedToHaveBeenSeen() {
        Traces traces = new Traces();
        int link = traces.connect("press-4", false);
        traces.send(link, Traces.UP, Press.pubrel());
        ExchangeSheet sheet = ExchangeSheet.of(traces.snapshot(), new Moment(1, Moment.NOW));
        assertLooks(".--O-", "--=-", ".--O-", sheet);
    }

    @Test
    void atQos0ThePacketAloneTells() {
        long hold = press.hold(Traces.publish(0, 0, Press.TOPIC));
        assertLooks(".O", "|", "O-", press.sheet());
        press.release(hold);
        assertLooks(".O", "=", ".O", press.sheet());
        assertLooks(".O", "x", "O-", press.drop(Traces.publish(0, 0, Press.TOPIC)).sheet());
    }

    @Test
    void aSessionThatIsDroppedTakesBothSidesToTheEnd() {
        press.up(Press.publish()).lost().connect(3_600, true);
        ExchangeSheet sheet = ExchangeSheet.of(press.trace(), new Moment(1, Moment.NOW));
        assertEquals(Outcome.ABANDONED, sheet.exchange().outcome());
        assertLooks("..--O", "=---", "..--O", sheet);
        assertLooks(".O---", "=---", ".O---",
                ExchangeSheet.of(press.trace(), new Moment(1, sheet.exchange().lastRow())));
    }
}
