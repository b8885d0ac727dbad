package dev.fourshake.model.trace;

import static dev.fourshake.model.wire.ProtocolVersion.MQTT_5;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.PacketType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The side that sends moves when the packet comes, the other side when the tap lets it go. */
class HeldFrameTest {

    private static final String FRESH = "-- open\n>> CONNECT clean expiry=300\n<< CONNACK\n";

    @Test
    void aHeldPacketMovesItsSenderFirstAndItsReceiverWhenItIsReleased() {
        TraceSnapshot now = Transcript.of(MQTT_5, FRESH + """
                >> held=1 PUBLISH q2 id=7     | AWAIT_PUBREC IDLE
                -- release 1                  | AWAIT_PUBREC OWES_PUBREC
                << held=2 PUBREC id=7         | AWAIT_PUBREC AWAIT_PUBREL
                -- release 2                  | OWES_PUBREL AWAIT_PUBREL
                >> held=3 PUBREL id=7         | AWAIT_PUBCOMP AWAIT_PUBREL
                -- release 3                  | AWAIT_PUBCOMP OWES_PUBCOMP
                << held=4 PUBCOMP id=7        | AWAIT_PUBCOMP IDLE
                -- release 4                  | IDLE IDLE
                """);
        assertEquals(Outcome.COMPLETE, now.exchange(1).outcome());
        assertEquals(10, now.finishedAt(1));
        assertEquals(8, now.exchange(1).steps().size());
        assertEquals(4, now.releasedAt(3));
        assertEquals(3, now.heldAt(4));
        assertEquals(PacketType.PUBLISH, now.type(4));
        assertEquals(0, now.firstByte(4));
        assertEquals(7, now.packetId(4));
        assertEquals(List.of(), now.heldRows());
    }

    @Test
    void aHeldPacketThatIsThrownAwayNeverArrives() {
        TraceSnapshot now = Transcript.of(MQTT_5, FRESH + """
                >> held=1 PUBLISH q1 id=7     | AWAIT_PUBACK IDLE
                -- drop 1                     | AWAIT_PUBACK IDLE LOST
                >> dropped PUBLISH q1 id=8    | AWAIT_PUBACK IDLE LOST
                """);
        assertEquals(Frame.Fate.DROPPED, now.fate(4));
        assertEquals(Outcome.OPEN, now.exchange(1).outcome());
    }

    @Test
    void atQos0AHeldMessageIsOpenUntilItIsReleased() {
        String held = FRESH + ">> held=1 PUBLISH\n";
        assertEquals(Outcome.OPEN, Transcript.of(MQTT_5, held).exchange(1).outcome());
        assertEquals(Outcome.COMPLETE, Transcript.of(MQTT_5, held + "-- release 1").exchange(1).outcome());
        assertEquals(Outcome.ABANDONED, Transcript.of(MQTT_5, held + "-- drop 1").exchange(1).outcome());
        assertEquals(Outcome.ABANDONED, Transcript.of(MQTT_5, held + "-- lost").exchange(1).outcome());
        assertEquals(Outcome.ABANDONED,
                Transcript.of(MQTT_5, FRESH + ">> dropped PUBLISH").exchange(1).outcome());
    }

    @Test
    void heldRowsAreThoseThatAreHeldNow() {
        Transcript transcript = new Transcript(MQTT_5);
        TraceSnapshot before = transcript.play(FRESH + ">> held=1 PUBLISH q1 id=7\n>> held=2 PINGREQ");
        TraceSnapshot after = transcript.play("-- release 2");
        assertEquals(List.of(3, 4), before.heldRows());
        assertEquals(-1, before.releasedAt(4));
        assertEquals(List.of(3), after.heldRows());
        assertEquals(5, after.releasedAt(4));
        assertEquals(-1, before.releasedAt(4));
        assertEquals(List.of(), transcript.play("-- lost").heldRows());
    }

    @Test
    void theTapsOwnPacketsMoveTheReceiverOnly() {
        TraceSnapshot now = Transcript.of(MQTT_5, FRESH + """
                >> PUBLISH q2 id=7               | AWAIT_PUBREC OWES_PUBREC
                << injected PUBREC id=7          | OWES_PUBREL OWES_PUBREC
                >> dropped PUBREL id=7           | AWAIT_PUBCOMP OWES_PUBREC LOST
                << injected PUBCOMP id=7         | IDLE OWES_PUBREC
                """);
        assertEquals(Outcome.COMPLETE, now.exchange(1).outcome());
    }

    @Test
    void aCopyMovesTheReceiverOnly() {
        TraceSnapshot now = Transcript.of(MQTT_5, FRESH + """
                >> PUBLISH
                >> duplicated PUBLISH            | IDLE IDLE REPEATED
                >> PUBLISH q1 id=7               | AWAIT_PUBACK OWES_PUBACK
                << PUBACK id=7                   | IDLE IDLE
                >> duplicated PUBLISH q1 id=7    | IDLE OWES_PUBACK REPEATED
                << PUBACK id=7                   | IDLE IDLE
                """);
        assertEquals(2, now.totals().packets().get(PacketType.PUBLISH));
        assertEquals(1, now.totals().exchanges().get(ExchangeKind.QOS_0).get(Outcome.COMPLETE));
        assertEquals(1, now.totals().exchanges().get(ExchangeKind.QOS_1).get(Outcome.COMPLETE));
    }

    @Test
    void aReleaseOfNothingIsARowAndNoMore() {
        Transcript transcript = new Transcript(MQTT_5);
        transcript.play(FRESH);
        transcript.trace.append(new FrameReleased(1, 0,
                Direction.CLIENT_TO_SERVER, 99, Frame.Fate.PASSED));
        TraceSnapshot now = transcript.trace.publish();
        assertEquals(RowKind.RELEASED, now.kind(3));
        assertEquals(-1, now.exchangeId(3));
        assertEquals(-1, now.heldAt(3));
    }
}
