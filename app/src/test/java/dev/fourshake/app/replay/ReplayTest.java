package dev.fourshake.app.replay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.EventSource;
import dev.fourshake.app.capture.SampleTraffic;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;

    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<Replay> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Replay::close);
        scheduler.run();
    }

    private Replay replay(List<WireEvent> events) {
        Replay replay = new Replay(EventSource.of(events), scheduler, scheduler);
        opened.add(replay);
        return replay;
    }

    /** Waits for the trace, which has a thread of its own; time stands still. */
    private void awaitShown(Replay replay, long position) {
        await().until(() -> {
            scheduler.run();
            return replay.state().seekingTo().isEmpty() && replay.state().position() == position
                    && replay.snapshot().rowCount() == position;
        });
    }

    @Test
    void allThatIsPlayedMakesTheTraceThatWasLive() {
        List<WireEvent> events = SampleTraffic.events(20_000, 7);
        Replay replay = replay(events);
        replay.speed(Replay.AS_FAST_AS_POSSIBLE);
        replay.play();
        awaitShown(replay, events.size());
        assertFalse(replay.state().playing());
        assertTrue(replay.state().isAtEnd());
        Traces.assertSame(Traces.of(events), replay.snapshot());
    }

    @Test
    void itTakesTheTimeThatItTook() {
        Replay replay = replay(SampleTraffic.events(20_000, 7));
        replay.play();
        scheduler.run();
        assertEquals(1, replay.state().position(), "the first event has no time before it");
        scheduler.advance(SECOND);
        assertEquals(SECOND / SampleTraffic.STEP, replay.state().position(), 170, "to a pulse");
        assertEquals(SampleTraffic.START + SECOND, replay.state().timeNanos(), 17.0 * MILLI);
        replay.pause();
        scheduler.advance(SECOND);
        long paused = replay.state().position();
        scheduler.advance(SECOND);
        assertEquals(paused, replay.state().position());
        awaitShown(replay, paused);
    }

    @Test
    void itPlaysFasterAndSlower() {
        Replay replay = replay(SampleTraffic.events(40_000, 7));
        replay.speed(10);
        replay.play();
        scheduler.advance(SECOND / 10);
        assertEquals(10_000, replay.state().position(), 1700);
        long before = replay.state().position();
        replay.speed(0.1);
        scheduler.advance(SECOND);
        assertEquals(before + 1000, replay.state().position(), 17);
        assertThrows(IllegalArgumentException.class, () -> replay.speed(0.01));
        assertThrows(IllegalArgumentException.class, () -> replay.speed(Double.NaN));
    }

    @Test
    void silenceCanBeShortened() {
        List<WireEvent> events = List.of(opened(1, 0), ping(1, SECOND), ping(1, 101 * SECOND), ping(1, 102 * SECOND));
        Replay replay = replay(events);
        replay.skipGaps(true);
        replay.play();
        scheduler.advance(SECOND);
        assertEquals(2, replay.state().position());
        scheduler.advance(2 * SECOND - 1);
        assertEquals(2, replay.state().position());
        scheduler.advance(1);
        assertEquals(3, replay.state().position());
        assertTrue(replay.state().playing());
        scheduler.advance(SECOND);
        assertTrue(replay.state().isAtEnd());
        assertFalse(replay.state().playing());
    }

    @Test
    void aLongSilenceIsWaitedForWithoutLookingAtTheClockAllTheTime() {
        Replay replay = replay(List.of(opened(1, 0), ping(1, 3600 * SECOND), ping(1, 3601 * SECOND)));
        replay.play();
        scheduler.advance(3600 * SECOND - 1);
        assertEquals(1, replay.state().position());
        scheduler.advance(1);
        assertEquals(2, replay.state().position());
    }

    @Test
    void itStepsPacketByPacket() {
        List<WireEvent> events = List.of(opened(1, 0), ping(1, 1), opened(2, 2),
                new Frame(2, 3, Direction.CLIENT_TO_SERVER, Bytes.ofHex("c000"), false, Frame.Fate.HELD, 1),
                new FrameReleased(2, 4, Direction.CLIENT_TO_SERVER, 1, Frame.Fate.PASSED),
                new LinkEnded(1, 5, LinkEnded.Party.CLIENT, LinkEnded.Ending.CLOSED, ""));
        Replay replay = replay(events);
        for (int position : new int[] {2, 4, 5, 6, 6}) {
            replay.stepForward();
            awaitShown(replay, position);
        }
        for (int position : new int[] {4, 3, 1, 0, 0}) {
            replay.stepBack();
            awaitShown(replay, position);
            Traces.assertSame(Traces.of(events.subList(0, position)), replay.snapshot());
        }
        replay.stepForward();
        replay.stepForward();
        replay.stepBack();
        awaitShown(replay, 3);
    }

    @Test
    void aStepFarFromTheNextPacketFindsIt() {
        List<WireEvent> events = new ArrayList<>(List.of(opened(1, 0), ping(1, 1)));
        for (int link = 2; link < 3000; link++) {
            events.add(opened(link, link));
        }
        events.add(ping(1, 5000));
        Replay replay = replay(events);
        replay.seek(2);
        replay.stepForward();
        awaitShown(replay, events.size());
        replay.stepBack();
        awaitShown(replay, events.size() - 1);
        replay.stepBack();
        awaitShown(replay, 1);
    }

    @Test
    void goingBackShowsTheOldTraceUntilTheNewOneIsThere() {
        List<WireEvent> events = SampleTraffic.events(40_000, 7);
        Replay replay = replay(events);
        replay.seek(40_000);
        awaitShown(replay, 40_000);
        Set<Integer> seen = new ConcurrentSkipListSet<>();
        replay.addListener(() -> seen.add(replay.snapshot().rowCount()));
        replay.seek(30_000);
        scheduler.run();
        awaitShown(replay, 30_000);
        assertEquals(Set.of(30_000), seen);
        Traces.assertSame(Traces.of(events.subList(0, 30_000)), replay.snapshot());
    }

    @Test
    void ofSeveralPlacesTheLastWins() {
        List<WireEvent> events = SampleTraffic.events(40_000, 7);
        Replay replay = replay(events);
        for (long place : new long[] {39_000, 1, 20_000, 500, 35_000, 12_345}) {
            replay.seek(place);
        }
        awaitShown(replay, 12_345);
        replay.seekTime(events.get(20_000).timeNanos());
        awaitShown(replay, 20_000);
        replay.seek(Long.MAX_VALUE);
        awaitShown(replay, 40_000);
        replay.seek(-5);
        awaitShown(replay, 0);
        Traces.assertSame(Traces.of(events.subList(0, 0)), replay.snapshot());
    }

    @Test
    void itPlaysOnFromWhereItWentTo() {
        List<WireEvent> events = SampleTraffic.events(40_000, 7);
        Replay replay = replay(events);
        replay.play();
        scheduler.advance(SECOND);
        replay.seek(3000);
        await().until(() -> {
            scheduler.run();
            return replay.state().seekingTo().isEmpty();
        });
        scheduler.advance(SECOND / 10);
        assertEquals(4000, replay.state().position(), 170);
        assertTrue(replay.state().playing());
    }

    @Test
    void playingAtTheEndBeginsAgain() {
        Replay replay = replay(SampleTraffic.events(1000, 7));
        replay.seek(1000);
        awaitShown(replay, 1000);
        replay.play();
        await().until(() -> {
            scheduler.run();
            return replay.state().position() == 1;
        });
        assertTrue(replay.state().playing());
    }

    @Test
    void itTellsEachChangeOnce() {
        List<ReplayState> states = new CopyOnWriteArrayList<>();
        Replay replay = replay(SampleTraffic.events(20_000, 7));
        replay.addStateListener(states::add);
        replay.play();
        scheduler.advance(SECOND);
        assertTrue(states.size() < 70, "once a pulse, not once an event: " + states.size());
        assertEquals(replay.state(), states.getLast());
        for (int i = 1; i < states.size(); i++) {
            assertFalse(states.get(i).equals(states.get(i - 1)));
        }
    }

    @Test
    void anEmptySourceIsAtItsEnd() {
        Replay replay = replay(List.of());
        replay.play();
        replay.stepForward();
        replay.stepBack();
        replay.seekTime(5);
        scheduler.advance(SECOND);
        assertTrue(replay.state().isAtEnd());
        assertFalse(replay.state().playing());
    }

    private static LinkOpened opened(int link, long nanos) {
        return new LinkOpened(link, SampleTraffic.START + nanos, "a:" + link, "b:1883", false, false);
    }

    private static Frame ping(int link, long nanos) {
        return Frame.passed(link, SampleTraffic.START + nanos, Direction.CLIENT_TO_SERVER, Bytes.ofHex("c000"));
    }
}
