package dev.fourshake.app.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;

/** Traces of events folded at once, and compared row by row with those that came the long way. */
final class Traces {

    private Traces() {
    }

    static TraceSnapshot of(List<WireEvent> events) {
        Trace trace = new Trace();
        events.forEach(trace::append);
        return trace.publish();
    }

    static void assertSame(TraceSnapshot expected, TraceSnapshot actual) {
        assertEquals(expected.rowCount(), actual.rowCount());
        for (int row = 0; row < expected.rowCount(); row++) {
            assertEquals(expected.event(row), actual.event(row));
            assertEquals(expected.exchangeId(row), actual.exchangeId(row));
            assertEquals(expected.judgement(row), actual.judgement(row));
            assertEquals(expected.session(row), actual.session(row));
            assertEquals(expected.severity(row), actual.severity(row));
            assertEquals(expected.topic(row), actual.topic(row));
        }
        assertEquals(expected.links(), actual.links());
        assertEquals(expected.sessions(), actual.sessions());
        assertEquals(expected.findings(), actual.findings());
        assertEquals(expected.totals(), actual.totals());
    }
}
