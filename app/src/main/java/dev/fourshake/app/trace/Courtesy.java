package dev.fourshake.app.trace;

import java.util.concurrent.TimeUnit;

/**
 * Lets those that move the traffic go first: a thread that only watches gives its processor away after every few
 * packets, to whoever waits for it. Where nobody waits that costs next to nothing. Without it the system leaves a
 * processor to the watcher for a millisecond or more, in which a broker or a tap that has been woken on it does
 * nothing.
 *
 * <p>Courtesy has an end: who has fallen behind the wire by more than his patience gives nothing away until he has
 * caught up, so that no one who is short of processors loses packets by it. What comes from a file is long past, and is
 * not waited for. One thread at a time.
 */
public final class Courtesy {

    /** Less than a hundred microseconds of work. */
    private static final int PACKETS = 64;

    private final long patienceNanos;
    private int packets;

    /** @param patienceMillis how far the thread may fall behind the wire by its courtesy */
    public Courtesy(long patienceMillis) {
        patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    }

    /**
     * A packet has been dealt with.
     *
     * @param timeNanos when it passed, of {@link WireClock}
     */
    public void dealtWith(long timeNanos) {
        if (++packets >= PACKETS) {
            packets = 0;
            long behind = WireClock.now() - timeNanos;
            if (behind >= 0 && behind < patienceNanos) {
                Thread.yield();
            }
        }
    }
}
