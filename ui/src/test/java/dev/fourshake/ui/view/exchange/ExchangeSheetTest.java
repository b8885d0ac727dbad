package dev.fourshake.ui.view.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.diagram.Traces;
import dev.fourshake.ui.selection.Selection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangeSheetTest {

    private final Press press = new Press(3_600);

    @Test
    void theMomentDividesTheStepsIntoThoseThatWereAndThoseToCome() {
        press.up(Press.publish()).down(Press.pubrec(0));
        long hold = press.hold(Press.pubrel());
        int held = press.trace().rowCount() - 1;
        press.release(hold);
        press.down(Press.pubcomp());
        ExchangeSheet then = press.sheet(held);
        assertFalse(then.isNow());
        assertEquals(List.of(false, false, false, true, true), then.steps().stream().map(StepLine::later).toList());
        assertTrue(then.steps().get(2).held());
        assertFalse(press.sheet().steps().get(2).held());
        assertFalse(press.sheet(held - 1).steps().get(2).held(), "not yet");
        assertTrue(press.sheet(held + 2).isNow());
        assertEquals(press.sheet(), press.sheet(held + 2));
    }

    @Test
    void theMessageIsFollowedAcrossTheBroker() {
        Traces traces = new Traces();
        int press = traces.connect("press-4");
        int monitor = traces.connect("line-monitor");
        traces.subscribe(monitor, "plant/#");
        traces.send(press, Traces.UP, Traces.publish(2, 7, "plant/parts"));
        traces.send(monitor, Traces.DOWN, Traces.publish(1, 1, "plant/parts"));
        traces.send(monitor, Traces.UP, new Puback(1, 0, Properties.NONE));
        TraceSnapshot trace = traces.snapshot();
        int delivery = trace.exchangeCount() - 1;
        List<ReachLine> reach = ExchangeSheet.of(trace, new Moment(delivery, Moment.NOW)).reach();
        assertEquals(List.of("press-4", "line-monitor"), reach.stream().map(ReachLine::client).toList());
        assertEquals(List.of(ReachLine.Role.PUBLISHER, ReachLine.Role.SUBSCRIBER),
                reach.stream().map(ReachLine::role).toList());
        assertTrue(reach.getLast().own());
        assertTrue(reach.getLast().lowered());
        assertTrue(reach.getLast().sentNanos().orElseThrow() > 0);
        assertTrue(reach.getLast().acknowledgedNanos().orElseThrow() > reach.getLast().sentNanos().orElseThrow());
        assertTrue(ReachPane.sentence(reach.getLast()).startsWith("got it, QoS 1, lowered"));
        assertEquals(reach.stream().map(ReachLine::row).toList(),
                ExchangeSheet.of(trace, new Moment(delivery - 1, Moment.NOW)).reach().stream().map(ReachLine::row)
                .toList());
    }

    @Test
    void aSheetStaysEqualWhileOnlyOthersMove() {
        press.up(Press.publish());
        ExchangeSheet before = press.sheet();
        press.up(new Pingreq()).down(new Pingresp());
        TraceSnapshot trace = press.trace();
        assertEquals(before, ExchangeSheet.of(trace, new Moment(before.exchange().id(), Moment.NOW)));
    }

    @Test
    void theSessionSaysWhatALostLinkWouldMean() {
        press.up(Press.publish());
        assertTrue(press.sheet().keepsSession());
        assertFalse(press.sheet().isCut());
        press.lost();
        assertTrue(press.sheet().isCut());
        assertFalse(new Press(0).up(Press.publish()).sheet().keepsSession());
        assertEquals("The message is delivered exactly once: the receiver knows the Packet Identifier of the repeated "
                + "PUBLISH.", press.sheet().loss(true).result().text());
    }

    @Test
    void senderAndReceiverAreNamed() {
        ExchangeSheet up = press.up(Press.publish()).sheet();
        assertEquals(List.of("press-4", "Broker"), List.of(SheetText.sender(up), SheetText.receiver(up)));
        ExchangeSheet down = press.down(Press.publish()).sheet();
        assertEquals("Broker → press-4", SheetText.way(down));
    }

    @Test
    void copiedAsTextItTellsTheSame() {
        press.up(Press.publish()).down(Press.pubrec(0)).hold(Press.pubrel());
        String text = SheetCopy.of(press.sheet(), true);
        assertTrue(text.startsWith("QoS 2, exactly once, Packet Identifier 7, plant/press-4/parts\npress-4 → Broker  "
                + "MQTT 5 · 3 packets · "), text);
        assertTrue(text.contains("\npress-4 (sender): waits for PUBCOMP. "), text);
        assertTrue(text.contains("\nBroker (receiver): waits for PUBREL. "), text);
        assertTrue(text.contains("\nIf the link died now (Session kept):\npress-4: It would send PUBREL 7 "), text);
        assertTrue(text.contains("\n6\tPUBREL →\t") && text.endsWith("\theld\n"), text);
    }

    @Test
    void aChosenRowIsAMomentOfItsExchange() {
        press.up(Press.publish()).up(new Pingreq());
        TraceSnapshot trace = press.trace();
        assertEquals(Optional.of(new Moment(1, 3)), Moment.of(new Selection.Row(3), trace));
        assertEquals(Optional.of(new Moment(1, 3)), Moment.of(new Selection.ByteRange(3, 0, 1), trace));
        assertEquals(Optional.of(new Moment(2, Moment.NOW)), Moment.of(new Selection.Exchange(2), trace));
        assertEquals(Optional.empty(), Moment.of(new Selection.Row(0), trace), "a link that is opened");
        assertEquals(Optional.empty(), Moment.of(new Selection.Row(99), trace));
        assertEquals(Optional.empty(), Moment.of(new Selection.Exchange(99), trace));
    }

    @Test
    void theNewestMessageIsFollowedAndWhatIsHeldBeforeIt() {
        Newest newest = new Newest();
        assertEquals(Optional.empty(), newest.in(press.trace()), "CONNECT is no message");
        press.up(Press.publish()).up(new Pingreq()).down(new Pingresp());
        assertEquals(Optional.of(new Moment(1, Moment.NOW)), newest.in(press.trace()));
        press.up(Traces.publish(0, 0, "a"));
        assertEquals(Optional.of(new Moment(3, Moment.NOW)), newest.in(press.trace()));
        press.down(Press.pubrec(0));
        long hold = press.hold(Press.pubrel());
        assertEquals(Optional.of(new Moment(1, Moment.NOW)), newest.in(press.trace()));
        press.release(hold);
        assertEquals(Optional.of(new Moment(3, Moment.NOW)), newest.in(press.trace()));
        assertEquals(Optional.empty(), newest.in(new Press(0).trace()), "another trace");
    }
}
