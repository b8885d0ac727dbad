package dev.fourshake.app.tap;

import io.netty.channel.SelectStrategy;
import io.netty.util.IntSupplier;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets a loop look for more for a moment before it goes to sleep. In a handshake the answer to what was just passed on
 * is some microseconds away, and to wake a loop takes longer than the answer does: of an exchange with one message in
 * flight that is a third. Between two looks the processor is offered to whoever else wants it.
 */
final class Lingering implements SelectStrategy {

    /** A broker beside the tap answers within half of this; a loop that is idle for longer is asleep. */
    static final long NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private final LongSupplier clock;
    private long eventAt;
    private boolean asleep;

    /** @param clock nanoseconds from some moment on */
    Lingering(LongSupplier clock) {
        this.clock = clock;
        this.eventAt = clock.getAsLong();
    }

    /** For a new loop: lingers only where another processor is left for the others. */
    static SelectStrategy forLoop() {
        return Runtime.getRuntime().availableProcessors() > 1 ? new Lingering(System::nanoTime)
                : (selectNow, hasTasks) -> hasTasks ? selectNow.get() : SELECT;
    }

    @Override
    public int calculateStrategy(IntSupplier selectNow, boolean hasTasks) throws Exception {
        if (asleep) {
            asleep = false;
            eventAt = clock.getAsLong();
        }
        int ready = selectNow.get();
        if (ready > 0) {
            eventAt = clock.getAsLong();
            return ready;
        }
        if (hasTasks) {
            return ready;
        }
        if (clock.getAsLong() - eventAt < NANOS) {
            Thread.yield();
            return CONTINUE;
        }
        asleep = true;
        return SELECT;
    }
}
