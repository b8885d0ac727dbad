package dev.fourshake.app.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.SelectStrategy;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LingeringTest {

    private final AtomicLong clock = new AtomicLong(1);
    private final Lingering strategy = new Lingering(clock::get);

    @Test
    void looksForMoreForAMomentAndThenSleeps() throws Exception {
        assertEquals(3, next(3));
        clock.addAndGet(Lingering.NANOS - 1);
        assertEquals(SelectStrategy.CONTINUE, next(0));
        clock.addAndGet(1);
        assertEquals(SelectStrategy.SELECT, next(0));
    }

    @Test
    void eachEventBeginsTheMomentAnew() throws Exception {
        assertEquals(1, next(1));
        clock.addAndGet(Lingering.NANOS - 1);
        assertEquals(1, next(1));
        clock.addAndGet(Lingering.NANOS - 1);
        assertEquals(SelectStrategy.CONTINUE, next(0));
    }

    /** What it was woken by, the loop has seen to when it asks again. */
    @Test
    void lingersWhenItWasWoken() throws Exception {
        clock.addAndGet(Lingering.NANOS);
        assertEquals(SelectStrategy.SELECT, next(0));
        clock.addAndGet(1_000_000_000);
        assertEquals(SelectStrategy.CONTINUE, next(0));
        clock.addAndGet(Lingering.NANOS);
        assertEquals(SelectStrategy.SELECT, next(0));
    }

    @Test
    void tasksDoNotWait() throws Exception {
        assertEquals(0, strategy.calculateStrategy(() -> 0, true));
        assertEquals(2, strategy.calculateStrategy(() -> 2, true));
    }

    private int next(int ready) throws Exception {
        return strategy.calculateStrategy(() -> ready, false);
    }
}
