package dev.fourshake.app.replay;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.EventSource;
import dev.fourshake.app.trace.TraceSource;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Plays stored events in the time in which they happened, or faster or slower, through the path that live traffic
 * takes. Commands return at once and are carried out in their order, on a thread of the replay's own; {@link #state}
 * tells how far it is. To go back the trace is built anew from the first event; the old one is shown meanwhile, and of
 * several places asked for the last one wins. May be used by any thread.
 */
public final class Replay implements TraceSource, AutoCloseable {

    public static final double AS_FAST_AS_POSSIBLE = Double.POSITIVE_INFINITY;
    public static final double SLOWEST = 0.1;
    public static final double FASTEST = 100;

    /** What remains of a longer silence when gaps are skipped. */
    public static final long LONGEST_GAP_NANOS = 2_000_000_000L;

    private static final long NOWHERE = -1;
    /** Events that are due within a pulse of the screen are played together. */
    private static final long PULSE_NANOS = 1_000_000_000L / 60;
    private static final int SLICE = 4096;

    private final EventSource source;
    private final ScheduledExecutorService executor;
    private final LongSupplier clock;
    private final EventCursor cursor;
    private final ReplayTrace trace;
    private final List<Consumer<ReplayState>> stateListeners = new CopyOnWriteArrayList<>();
    private volatile ReplayState state;

    // The replay's thread only.
    private final ReplayPace pace = new ReplayPace();
    private boolean playing;
    private long target = NOWHERE;
    private long shownPosition;
    private long shownTime;
    private Optional<Message> failure = Optional.empty();
    private Future<?> pulse;

    /** @param source is closed with the replay */
    public Replay(EventSource source) {
        this(source, Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("replay").daemon().factory()),
                System::nanoTime);
    }

    /**
     * @param executor one thread, for this replay alone; it is shut down with the replay
     * @param clock    nanoseconds, of any beginning
     */
    public Replay(EventSource source, ScheduledExecutorService executor, LongSupplier clock) {
        this.source = source;
        this.executor = executor;
        this.clock = clock;
        cursor = new EventCursor(source);
        trace = new ReplayTrace(() -> command(this::arrive));
        pace.rewind(source.earliest());
        shown();
        state = newState();
    }

    // ------------------------------------------------------------------ commands

    /** Goes on from here; from the start where all was played. */
    public void play() {
        command(() -> {
            if (!playing && place() >= source.count()) {
                go(0);
            }
            playing = true;
            resume();
        });
    }

    public void pause() {
        command(() -> playing = false);
    }

    /** Pauses, and plays up to and with the next packet. */
    public void stepForward() {
        command(() -> {
            playing = false;
            go(EventCursor.afterNextPacket(source, place()));
        });
    }

    /** Pauses, and goes back to just before the last packet. */
    public void stepBack() {
        command(() -> {
            playing = false;
            go(EventCursor.beforeLastPacket(source, place()));
        });
    }

    /** @param factor from {@value #SLOWEST} to {@value #FASTEST}, or {@link #AS_FAST_AS_POSSIBLE} */
    public void speed(double factor) {
        if (!(factor >= SLOWEST && (factor <= FASTEST || factor == AS_FAST_AS_POSSIBLE))) {
            throw new IllegalArgumentException("Speed " + factor);
        }
        command(() -> {
            pace.speed(factor);
            resume();
        });
    }

    /** Whether a silence of more than {@link #LONGEST_GAP_NANOS} is shortened to that. */
    public void skipGaps(boolean skip) {
        command(() -> {
            pace.skipGaps(skip);
            resume();
        });
    }

    /** Goes to where so many events have been played; what was playing plays on from there. */
    public void seek(long position) {
        command(() -> go(Math.clamp(position, 0, source.count())));
    }

    /** Goes to just before the first event that is not before {@code timeNanos}. */
    public void seekTime(long timeNanos) {
        command(() -> go(source.numberAt(timeNanos)));
    }

    // ------------------------------------------------------------------ what it shows

    public ReplayState state() {
        return state;
    }

    /** Is called on the replay's thread after each change, at most once a pulse while it plays; must not work long. */
    public void addStateListener(Consumer<ReplayState> listener) {
        stateListeners.add(listener);
    }

    @Override
    public TraceSnapshot snapshot() {
        return trace.snapshot();
    }

    @Override
    public void addListener(Runnable listener) {
        trace.addListener(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        trace.removeListener(listener);
    }

    /** Ends the replay; what it shows stays. The source is closed. */
    @Override
    public void close() {
        command(() -> {
            playing = false;
            target = NOWHERE;
            cancelPulse();
            source.close();
            trace.close();
        });
        executor.shutdown();
    }

    // ------------------------------------------------------------------ on the replay's thread

    @FunctionalInterface
    private interface Command {
        void run() throws CaptureException, InterruptedException;
    }

    private void command(Command command) {
        try {
            executor.execute(() -> carryOut(command));
        } catch (RejectedExecutionException _) {
            // The replay was closed.
        }
    }

    private void carryOut(Command command) {
        try {
            command.run();
        } catch (CaptureException broken) {
            playing = false;
            target = NOWHERE;
            failure = Optional.of(broken.problem());
        } catch (InterruptedException _) {
            playing = false;
            Thread.currentThread().interrupt();
        }
        tell();
    }

    /** Where it will be when all that was asked for is done. */
    private long place() {
        return target == NOWHERE ? cursor.position() : target;
    }

    private void go(long position) throws CaptureException, InterruptedException {
        target = position;
        if (cursor.position() > position) {
            trace.restart();
            cursor.rewind();
            pace.rewind(source.earliest());
        }
        seekOn();
    }

    /** A slice of the way; commands may come between two slices. */
    private void seekOn() throws CaptureException, InterruptedException {
        List<WireEvent> events = new ArrayList<>(SLICE);
        while (events.size() < SLICE && cursor.position() < target) {
            pass(events);
        }
        trace.put(events);
        shown();
        if (cursor.position() < target) {
            command(() -> {
                if (target != NOWHERE) {
                    seekOn();
                }
            });
        } else {
            arrive();
        }
    }

    /** The trace may have got to where it was asked to go. */
    private void arrive() {
        if (target != NOWHERE && cursor.position() >= target && trace.isPublished()) {
            target = NOWHERE;
            trace.show();
            shown();
            resume();
        }
    }

    private void pass(List<WireEvent> into) throws CaptureException {
        int before = into.size();
        cursor.take(into);
        for (int i = before; i < into.size(); i++) {
            pace.passed(into.get(i));
        }
    }

    private void shown() {
        if (trace.isShown()) {
            shownPosition = cursor.position();
            shownTime = pace.reached();
        }
    }

    /** Time counts from now. */
    private void resume() {
        cancelPulse();
        pace.start(clock.getAsLong());
        schedule(0);
    }

    /** What is due in an hour must not keep the thread alive until then. */
    private void cancelPulse() {
        if (pulse != null) {
            pulse.cancel(false);
        }
    }

    private void schedule(long nanos) {
        if (playing && target == NOWHERE) {
            pulse = executor.schedule(() -> carryOut(this::playOn), nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void playOn() throws CaptureException, InterruptedException {
        if (!playing || target != NOWHERE) {
            return;
        }
        long now = clock.getAsLong();
        List<WireEvent> events = new ArrayList<>();
        long wait = 0;
        while (!cursor.isAtEnd() && events.size() < SLICE) {
            wait = pace.untilDue(cursor.nextTime(pace.reached()), now);
            if (wait > 0) {
                break;
            }
            pace.played(wait, now);
            pass(events);
        }
        trace.put(events);
        shown();
        if (cursor.isAtEnd() || trace.problem().isPresent()) {
            playing = false;
        } else {
            schedule(wait > 0 ? Math.max(wait, PULSE_NANOS) : 0);
        }
    }

    private void tell() {
        ReplayState before = state;
        state = newState();
        if (!state.equals(before)) {
            stateListeners.forEach(listener -> listener.accept(state));
        }
    }

    private ReplayState newState() {
        return new ReplayState(shownPosition, source.count(), shownTime, source.earliest(), source.latest(), playing,
                pace.speed(), pace.skipGaps(), target == NOWHERE ? OptionalLong.empty() : OptionalLong.of(target),
                failure.or(trace::problem).or(cursor::problem));
    }
}
