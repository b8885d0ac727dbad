package dev.fourshake.app.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection of a client, from the call of connect to its end. */
final class Connection {

    private final ConnectOptions options;
    private final ClientSocket socket;
    private final Attempt attempt = new Attempt();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CountDownLatch down = new CountDownLatch(1);
    private volatile boolean wasUp;
    private volatile boolean sessionKept;

    Connection(ConnectOptions options, ClientSocket.Watcher watcher) {
        this.options = options;
        this.socket = new ClientSocket(options, watcher);
    }

    ConnectOptions options() {
        return options;
    }

    ClientSocket socket() {
        return socket;
    }

    /** Paho's answer to connect. */
    Attempt attempt() {
        return attempt;
    }

    /** Complete when the client could connect again. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** CONNACK has accepted it. */
    void up() {
        wasUp = true;
    }

    /** Whether the session goes on when the connection has ended. */
    boolean isSessionKept() {
        return sessionKept;
    }

    void keepSession(boolean keep) {
        sessionKept = keep;
    }

    /** Paho has told its end. */
    void down() {
        down.countDown();
    }

    /** Paho is ready to connect again a moment before it tells the end of the connection before. */
    void awaitDown(long millis) {
        try {
            if (wasUp) {
                down.await(millis, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
