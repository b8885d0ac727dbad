package dev.fourshake.app.client;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Paho's threads, which tell when they are at rest. A Paho client is ready to connect again while its callback thread
 * may still be busy with the connection before; it then waits for ever for that thread to begin, or lets it end the
 * new connection.
 */
final class PahoThreads extends ScheduledThreadPoolExecutor {

    /** Receiver, sender, callbacks, ping, connecting or disconnecting; some may be two at a time for a moment. */
    private static final int SIZE = 8;

    /** What was to begin at once and has not ended. Pings are not among it: they begin later. */
    private final Set<Runnable> working = new HashSet<>();

    PahoThreads(ThreadFactory threads) {
        super(SIZE, threads);
    }

    /**
     * Waits until nothing of the last connection runs.
     *
     * @return whether that came about in time
     */
    boolean awaitRest(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (working) {
            for (long left = millis; !working.isEmpty() && left > 0;
                    left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
                working.wait(left);
            }
            return working.isEmpty();
        }
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(Runnable task, RunnableScheduledFuture<V> future) {
        if (future.getDelay(TimeUnit.NANOSECONDS) <= 0) {
            synchronized (working) {
                working.add(future);
            }
        }
        return future;
    }

    @Override
    protected void afterExecute(Runnable future, Throwable failure) {
        synchronized (working) {
            working.remove(future);
            working.notifyAll();
        }
    }
}
