package dev.fourshake.app.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * Tells the listener, one event after the other, on a thread of its own: Paho's threads are interrupted when a
 * connection ends, which a listener should not have to know. It lets Paho wait while many messages are unheard.
 */
final class EventThread {

    private static final int UNHEARD_MESSAGES = 1_000;

    private final ClientListener listener;
    private final ExecutorService thread;
    private final Semaphore unheard = new Semaphore(UNHEARD_MESSAGES);

    EventThread(ClientListener listener, ThreadFactory threads) {
        this.listener = listener;
        this.thread = Executors.newSingleThreadExecutor(threads);
    }

    void arrived(ReceivedMessage message) {
        unheard.acquireUninterruptibly();
        boolean told = tell(() -> {
            try {
                listener.messageArrived(message);
            } finally {
                unheard.release();
            }
        });
        if (!told) {
            unheard.release();
        }
    }

    void lost(ClientFailure reason) {
        tell(() -> listener.connectionLost(reason));
    }

    /** Ends once the listener has heard what there is; what comes after that is not told. */
    void end() {
        thread.shutdown();
    }

    /** @return whether the client is not closed yet */
    private boolean tell(Runnable event) {
        try {
            thread.execute(event);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }
}
