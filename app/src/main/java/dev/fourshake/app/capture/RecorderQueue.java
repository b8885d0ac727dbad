package dev.fourshake.app.capture;

import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The bounded queue between a trace and the recorder's thread. Offering never waits: frames that do not fit are
 * counted, and the capture tells at that place what is missing. The small events that are no frames always fit.
 */
final class RecorderQueue {

    /** An event in memory beside the bytes of its frame. */
    private static final int OVERHEAD = 128;

    /** So much is worth waking the recorder before its time. */
    private static final long PLENTY = 1 << 20;

    private final long limit;
    private final LinkTraffic.Counter missing = new LinkTraffic.Counter();
    private final Set<Long> missingHolds = new HashSet<>();
    private List<WireEvent> waiting = new ArrayList<>();
    private long load;
    private long taken;
    private long lastTime;
    private boolean saturated;
    private boolean ended;
    private long missedFrames;
    private long missedBytes;

    /** @param limit bytes that may wait: frames, and {@value OVERHEAD} for each event */
    RecorderQueue(long limit) {
        this.limit = limit;
    }

    synchronized void offer(List<WireEvent> events) {
        if (ended) {
            return;
        }
        boolean wasEmpty = waiting.isEmpty();
        for (WireEvent event : events) {
            lastTime = event.timeNanos();
            switch (event) {
                case Frame frame when !hasRoom(frame) -> miss(frame);
                case FrameReleased released when missingHolds.remove(released.holdId()) -> { }
                default -> add(event);
            }
        }
        if (wasEmpty && !waiting.isEmpty() || load >= PLENTY) {
            notifyAll();
        }
    }

    /** Once a frame did not fit, half of the queue must be free: one long gap tells more than many short ones. */
    private boolean hasRoom(Frame frame) {
        saturated = load > 0 && (saturated ? load > limit / 2 : load + cost(frame) > limit);
        return !saturated;
    }

    private void miss(Frame frame) {
        missing.add(frame);
        missedFrames++;
        missedBytes += frame.raw().length();
        if (frame.fate() == Frame.Fate.HELD) {
            missingHolds.add(frame.holdId());
        }
    }

    private void add(WireEvent event) {
        tellMissing(event.timeNanos());
        waiting.add(event);
        load += cost(event);
    }

    private void tellMissing(long timeNanos) {
        if (!missing.isEmpty()) {
            for (LinkTraffic traffic : missing.take()) {
                FramesMissed missed = traffic.missed(timeNanos);
                waiting.add(missed);
                load += cost(missed);
            }
        }
    }

    private static long cost(WireEvent event) {
        return OVERHEAD + (event instanceof Frame frame ? frame.raw().length() : 0);
    }

    /**
     * All that waits; what was taken before is done with now. Waits for something to come, and then so long for much
     * to gather.
     */
    synchronized List<WireEvent> take(long gatherMillis) throws InterruptedException {
        load -= taken;
        taken = 0;
        while (waiting.isEmpty() && !ended) {
            wait();
        }
        long deadline = System.nanoTime() + gatherMillis * 1_000_000;
        long rest = gatherMillis;
        while (load < PLENTY && !ended && rest > 0) {
            wait(rest);
            rest = (deadline - System.nanoTime()) / 1_000_000;
        }
        List<WireEvent> batch = waiting;
        waiting = new ArrayList<>();
        taken = load;
        return batch;
    }

    /** Takes nothing more; what waits can still be taken. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            tellMissing(lastTime);
            notifyAll();
        }
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized boolean isDrained() {
        return ended && waiting.isEmpty();
    }

    synchronized boolean isEnded() {
        return ended;
    }

    synchronized long missedFrames() {
        return missedFrames;
    }

    synchronized long missedBytes() {
        return missedBytes;
    }
}
