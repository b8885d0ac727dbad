package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InspectionTest {

    @Property(tries = 100)
    void itFindsWhatATraceFinds(@ForAll long seed) {
        WildEvents events = new WildEvents(seed);
        WildEvents same = new WildEvents(seed);
        Trace trace = new Trace();
        Inspection inspection = new Inspection();
        for (int i = 0; i < 400; i++) {
            trace.append(events.next());
            inspection.append(same.next());
        }
        assertEquals(trace.publish().summary(), inspection.summary());
    }

    @Property(tries = 100)
    void itFindsTheSameInWhatWasDecodedAhead(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int batch) {
        WildEvents events = new WildEvents(seed);
        WildEvents same = new WildEvents(seed);
        Inspection inspection = new Inspection();
        Inspection helped = new Inspection();
        DecodedAhead ahead = new DecodedAhead();
        for (int done = 0; done < 400; done += batch) {
            List<WireEvent> next = Stream.generate(same::next).limit(batch).toList();
            Ahead known = ahead.of(next);
            for (int i = 0; i < batch; i++) {
                inspection.append(events.next());
                helped.append(next.get(i), known.at(i));
            }
        }
        assertEquals(inspection.summary(), helped.summary());
    }

    /** Else nothing would be gained by it. */
    @Test
    void whatIsDecodedAheadIsDecodedInTheVersionOfItsLink() {
        List<WireEvent> events = List.of(
                Frame.passed(1, 0, Direction.CLIENT_TO_SERVER,
                        Bytes.ofHex("10 0F 00 04 4D 51 54 54 05 02 00 3C 00 00 02 64 31")),
                Frame.passed(1, 1, Direction.SERVER_TO_CLIENT, Bytes.ofHex("20 03 00 00 00")),
                Frame.passed(1, 2, Direction.CLIENT_TO_SERVER, Bytes.ofHex("30 06 00 01 61 00 68 69")),
                Frame.passed(2, 3, Direction.CLIENT_TO_SERVER, Bytes.ofHex("30 05 00 01 61 68 69")),
                Frame.opaque(2, 4, Direction.CLIENT_TO_SERVER, Bytes.ofHex("00")));

        Ahead ahead = new DecodedAhead().of(events);

        assertNull(ahead.at(0).decoded());
        assertNull(ahead.at(1).decoded());
        assertEquals(ProtocolVersion.MQTT_5, ahead.at(2).decoded().version());
        assertTrue(ahead.decoded().isOk());
        int topic = ahead.topic();
        assertNotEquals(0, topic);
        assertEquals(0x30, ahead.firstByte());
        assertEquals(Bytes.ofHex("68 69").fingerprint(), ahead.content());
        assertEquals(ProtocolVersion.MQTT_3_1_1, ahead.at(3).decoded().version());
        assertEquals(topic, ahead.topic());
        assertNull(ahead.at(4).decoded());
    }
}
