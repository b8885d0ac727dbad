package dev.fourshake.app.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Completes what was promised on a thread of its own: whoever waits for it may block, and stops neither the client
 * nor Paho, whose threads are interrupted when a connection ends.
 */
final class Handover {

    private static final Executor ANY_THREAD = task -> Thread.ofVirtual().name("client-result").start(task);

    private Handover() {
    }

    static <T> void complete(CompletableFuture<T> future, T result) {
        future.completeAsync(() -> result, ANY_THREAD);
    }

    static void fail(CompletableFuture<?> future, ClientFailure failure) {
        ANY_THREAD.execute(() -> future.completeExceptionally(failure));
    }
}
