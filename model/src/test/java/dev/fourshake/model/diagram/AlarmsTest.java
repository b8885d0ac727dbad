package dev.fourshake.model.diagram;

import static dev.fourshake.model.diagram.Traffic.publish;
import static dev.fourshake.model.diagram.Traffic.pubrel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.ProtocolVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AlarmsTest {

    private static final int ROWS = 1_000_000;
    private static final int WRONG = 654_321;
    private static TraceSnapshot trace;
    private static DiagramIndex index;

    @BeforeAll
    static void oneErrorAmongAMillionRows() {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_5);
        int link = traffic.connect("pub");
        for (int row = 3; row < ROWS; row++) {
            traffic.up(link, row == WRONG ? pubrel(99) : publish(0, 0, "t"));
        }
        trace = traffic.snapshot();
        index = new DiagramIndex();
        index.extend(trace);
    }

    @Test
    void itIsInItsBucketAtEveryZoom() {
        for (double perPixel = 1; perPixel < ROWS; perPixel *= 1.37) {
            int found = 0;
            for (int bucket = 0; bucket * perPixel < ROWS; bucket++) {
                int from = (int) (bucket * perPixel);
                int to = (int) ((bucket + 1) * perPixel);
                found += index.alarms().count(Alarm.ERROR, from, to);
                assertEquals(from <= WRONG && WRONG < to ? Alarm.ERROR : Alarm.NONE, index.alarms().worst(from, to));
            }
            assertEquals(1, found, "rows a pixel: " + perPixel);
        }
    }

    @Test
    void itIsTheNextOne() {
        assertEquals(WRONG, index.alarms().next(-1, Alarm.WARNING));
        assertEquals(-1, index.alarms().next(WRONG, Alarm.WARNING));
    }

    @Test
    void aFilterCountsOnlyWhatItShows() {
        ShownRows without = ShownRows.of(new int[] {1, 2, WRONG - 1, WRONG + 1}, 4);
        ShownRows with = ShownRows.of(new int[] {1, 2, WRONG, WRONG + 1}, 4);
        assertEquals(Alarm.NONE, index.alarms().within(without).worst(0, 4));
        assertEquals(1, index.alarms().within(with).count(Alarm.ERROR, 2, 3));
    }

    @Test
    void anIndexCanGrowInPieces() {
        DiagramIndex pieces = new DiagramIndex();
        int calls = 1;
        while (!pieces.extend(trace, 300_000)) {
            calls++;
        }
        assertEquals(4, calls);
        assertEquals(ROWS, pieces.rows());
        assertTrue(pieces.alarms().count(Alarm.ERROR, 0, ROWS) == 1);
    }
}
