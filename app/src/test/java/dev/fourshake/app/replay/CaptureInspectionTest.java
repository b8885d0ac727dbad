package dev.fourshake.app.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.SampleTraffic;
import dev.fourshake.app.trace.TraceInput;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.WireEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CaptureInspectionTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    /** Hands out events in small batches; behind the last it fails, where there is something to fail with. */
    private static final class Given implements TraceInput {

        private final Iterator<WireEvent> events;
        private final Error failure;

        private Given(List<WireEvent> events, Error failure) {
            this.events = events.iterator();
            this.failure = failure;
        }

        @Override
        public Path file() {
            return Path.of("given.pcap");
        }

        @Override
        public String origin() {
            return "";
        }

        @Override
        public long position() {
            return 0;
        }

        @Override
        public long total() {
            return 0;
        }

        @Override
        public List<Message> problems() {
            return List.of();
        }

        @Override
        public boolean read(List<WireEvent> into) {
            for (int i = 0; i < 100 && events.hasNext(); i++) {
                into.add(events.next());
            }
            if (!events.hasNext() && failure != null) {
                throw failure;
            }
            return events.hasNext();
        }

        @Override
        public void close() {
        }
    }

    @Test
    void itFindsWhatATraceFinds() {
        List<WireEvent> events = SampleTraffic.events(20_000, 7);

        CaptureInspection inspection = assertTimeoutPreemptively(LONG,
                () -> CaptureInspection.of(new Given(events, null)));

        assertEquals(Traces.of(events).summary(), inspection.summary());
        assertEquals(List.of(), inspection.problems());
    }

    @Test
    void whatWasReadBeforeMemoryRanOutIsJudged() {
        List<WireEvent> events = SampleTraffic.events(250, 7);

        CaptureInspection inspection = assertTimeoutPreemptively(LONG,
                () -> CaptureInspection.of(new Given(events, new OutOfMemoryError("no more"))));

        assertEquals(Traces.of(events).summary(), inspection.summary());
        assertEquals(1, inspection.problems().size());
        assertTrue(inspection.problems().getFirst().text(Locale.ENGLISH).contains("no more"));
    }

    /** Decoding happens on the reader's thread, too: if it could end that thread, nobody would hear of it. */
    @Test
    void aFrameThatCannotBeDecodedEndsNothing() {
        WireEvent broken = Frame.passed(1, 0, Direction.CLIENT_TO_SERVER, null);

        CaptureInspection inspection = assertTimeoutPreemptively(LONG,
                () -> CaptureInspection.of(new Given(List.of(broken), null)));

        assertEquals(2, inspection.problems().size());
    }
}
