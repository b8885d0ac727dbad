package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Property(tries = 50)
    void anyEventsInAnyOrderAreTakenAndGivenBack(@ForAll long seed) {
        WildEvents events = new WildEvents(seed);
        Trace trace = new Trace();
        List<WireEvent> appended = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            appended.add(events.next());
            trace.append(appended.getLast());
        }
        TraceSnapshot now = trace.publish();
        assertEquals(appended.stream().map(SnapshotTest::plain).toList(),
                IntStream.range(0, now.rowCount()).mapToObj(now::event).toList());
        consistent(now);
    }

    /** A frame without bytes is always opaque. */
    private static WireEvent plain(WireEvent event) {
        return event instanceof Frame frame && frame.raw().isEmpty()
                ? new Frame(frame.link(), frame.timeNanos(), frame.direction(), Bytes.EMPTY, true, frame.fate(),
                        frame.holdId(), frame.text()) : event;
    }

    /** What is answered by index structures is compared with what a plain look at all rows says. */
    private static void consistent(TraceSnapshot now) {
        int opened = 0;
        for (int id = 0; id < now.exchangeCount(); id++) {
            Exchange exchange = now.exchange(id);
            assertTrue(exchange.firstRow() >= opened, "exchanges are numbered in the order of their first rows");
            opened = exchange.firstRow();
            assertEquals(exchange.outcome() == Outcome.OPEN, now.finishedAt(id) < 0);
            for (int row = exchange.firstRow(); row < now.rowCount(); row += 7) {
                Exchange then = now.exchangeAt(id, row);
                assertEquals(exchange.steps().subList(0, then.steps().size()), then.steps());
                assertEquals(now.finishedAt(id) < 0 || now.finishedAt(id) > row, then.outcome() == Outcome.OPEN);
            }
        }
        for (int row = 0; row < now.rowCount(); row += 13) {
            int at = row;
            int[] open = IntStream.range(0, now.exchangeCount())
                    .filter(id -> now.exchange(id).firstRow() < at
                            && (now.finishedAt(id) < 0 || now.finishedAt(id) >= at)).toArray();
            assertEquals(IntStream.of(open).boxed().toList(), IntStream.of(now.openExchanges(at)).boxed().toList());
        }
    }

    @Test
    void anOldSnapshotGoesOnGivingTheSameAnswersWhileTheWriterGoesOn() throws Exception {
        WildEvents events = new WildEvents(7);
        Trace trace = new Trace();
        for (int i = 0; i < 500; i++) {
            trace.append(events.next());
        }
        TraceSnapshot old = trace.publish();
        List<String> answers = Reading.of(old);
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
            Callable<Integer> reader = () -> {
                int readings = 0;
                do {
                    assertEquals(answers, Reading.of(old));
                    TraceSnapshot newest = trace.snapshot();
                    assertEquals(newest.rowCount() - 1, newest.exchangeCount() == 0 ? newest.rowCount() - 1
                            : Math.max(newest.exchange(newest.exchangeCount() - 1).lastRow(), newest.rowCount() - 1));
                    readings++;
                } while (writing.get());
                return readings;
            };
            Future<Integer> one = readers.submit(reader);
            Future<Integer> two = readers.submit(reader);
            for (int i = 0; i < Rows.CHUNK + 5_000; i++) {
                trace.append(events.next());
                if (i % 100 == 0) {
                    trace.publish();
                }
            }
            writing.set(false);
            assertTrue(one.get() > 0 && two.get() > 0);
        }
        assertEquals(answers, Reading.of(old));
    }

    @Test
    void aPublishWithoutNewsGivesTheSameSnapshot() {
        Trace trace = new Trace();
        assertSame(TraceSnapshot.EMPTY, trace.publish());
        trace.append(new WildEvents(1).next());
        TraceSnapshot now = trace.publish();
        assertEquals(1, now.revision());
        assertSame(now, trace.publish());
        assertSame(now, trace.snapshot());
    }

    @Test
    void listsInWhichNothingChangedAreTheSameLists() {
        Transcript transcript = new Transcript(ProtocolVersion.MQTT_5);
        TraceSnapshot one = transcript.play("-- open\n>> CONNECT clean\n<< CONNACK\n>> PUBLISH retain");
        TraceSnapshot two = transcript.play(">> PUBLISH");
        TraceSnapshot three = transcript.play(">> PUBLISH q1 id=1");
        assertSame(one.retained(), two.retained());
        assertSame(one.sessions(), two.sessions());
        assertNotSame(one.links(), two.links());
        assertNotSame(two.sessions(), three.sessions());
    }

    @Test
    void rowsThatItDoesNotKnowAreRefused() {
        Trace trace = new Trace();
        trace.append(new WildEvents(1).next());
        TraceSnapshot now = trace.publish();
        trace.append(new WildEvents(2).next());
        trace.publish();
        assertThrows(IndexOutOfBoundsException.class, () -> now.kind(1));
        assertThrows(IndexOutOfBoundsException.class, () -> now.timeNanos(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> now.exchange(now.exchangeCount()));
    }

    @Test
    void linksOutOfAllOrderAreRefused() {
        Trace trace = new Trace();
        for (int link : new int[] {0, -1, Integer.MAX_VALUE}) {
            assertThrows(IllegalArgumentException.class,
                    () -> trace.append(Frame.passed(link, 0, Direction.CLIENT_TO_SERVER, Bytes.of((byte) 0))));
        }
        assertEquals(0, trace.publish().rowCount());
    }

    @Test
    void largeFramesAreKeptAsTheyAreAndSmallOnesTogether() {
        Trace trace = new Trace();
        List<Bytes> frames = new ArrayList<>();
        for (int length : new int[] {2, 16_383, 16_384, 3_000_000, 5, 0}) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) length);
            frames.add(Bytes.of(bytes));
        }
        for (int i = 0; i < 400; i++) {
            trace.append(Frame.opaque(1, 0, Direction.SERVER_TO_CLIENT, frames.get(i % frames.size())));
        }
        TraceSnapshot now = trace.publish();
        for (int row = 0; row < 400; row++) {
            assertEquals(frames.get(row % frames.size()), now.raw(row));
        }
    }
}
