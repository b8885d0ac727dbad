package dev.fourshake.app.client;

import static dev.fourshake.app.client.ClientFailure.text;

import dev.fourshake.app.client.ClientFailure.Kind;
import dev.fourshake.model.packet.Qos;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The publishes that are not done: those that Paho has, and behind them those for which its in-flight window had no
 * room (Paho would throw them back). All methods on the client's command thread.
 */
final class PublishQueue {

    private static final int FIRST_ERROR = 0x80;

    /** A publish and who waits for it. */
    record Pending(PublishOptions message, byte[] payload, CompletableFuture<PublishResult> future) {

        /** Goes on over the next connection, if the session does. */
        private boolean outlivesConnection() {
            return message.qos() != Qos.AT_MOST_ONCE;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final Paho paho;
    private final Executor commands;
    private final Set<Pending> inFlight = new LinkedHashSet<>();
    private final Deque<Pending> waiting = new ArrayDeque<>();

    PublishQueue(Paho paho, Executor commands) {
        this.paho = paho;
        this.commands = commands;
    }

    void add(Pending pending) {
        waiting.addLast(pending);
        drain();
    }

    /** Hands Paho what it takes. */
    void drain() {
        while (!waiting.isEmpty() && paho.isConnected()) {
            Pending next = waiting.getFirst();
            Optional<PahoError> refusal = paho.publish(next.message(), next.payload(), outcome(next));
            if (refusal.isPresent() && refusal.get().code() == PahoError.MAX_INFLIGHT && !inFlight.isEmpty()) {
                return;
            }
            waiting.removeFirst();
            refusal.ifPresentOrElse(
                    error -> Handover.fail(next.future(), Failures.notTaken(error)),
                    () -> inFlight.add(next));
        }
    }

    private Paho.Outcome<List<Integer>> outcome(Pending pending) {
        return new Paho.Outcome<>() {
            @Override
            public void done(List<Integer> reasonCodes) {
                commands.execute(() -> acknowledged(pending, reasonCodes));
            }

            @Override
            public void failed(PahoError error) {
                // The connection has ended: connectionEnded() decides.
            }
        };
    }

    private void acknowledged(Pending pending, List<Integer> reasonCodes) {
        if (!inFlight.remove(pending)) {
            return;
        }
        reasonCodes.stream().filter(code -> code >= FIRST_ERROR).findFirst().ifPresentOrElse(
                code -> Handover.fail(pending.future(), Failures.rejected(pending.message().topic(), code)),
                () -> Handover.complete(pending.future(), new PublishResult(reasonCodes)));
        drain();
    }

    /** Fails what does not go on over the next connection. */
    void connectionEnded(boolean sessionKept, ClientFailure reason) {
        for (var pendings : List.of(inFlight, waiting)) {
            pendings.removeIf(pending -> {
                boolean over = !sessionKept || !pending.outlivesConnection();
                if (over) {
                    Handover.fail(pending.future(), reason);
                }
                return over;
            });
        }
    }

    /** A new session has begun: the one that these belonged to is gone. */
    void sessionDiscarded() {
        connectionEnded(false, ClientFailure.of(Kind.CONNECTION_LOST, text("lost.session")));
    }

    void closed() {
        connectionEnded(false, ClientFailure.of(Kind.WRONG_STATE, text("state.closed")));
    }
}
