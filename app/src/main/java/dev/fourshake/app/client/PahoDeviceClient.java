package dev.fourshake.app.client;

import static dev.fourshake.app.client.ClientFailure.text;

import dev.fourshake.app.client.ClientFailure.Kind;
import dev.fourshake.app.log.LibraryLog;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one {@link DeviceClient}: order, threads, futures and failures; {@link Paho} is the difference between the
 * protocol versions. One thread does what is asked for, one tells the listener, and Paho has its own. All are virtual:
 * a client that is forgotten keeps nothing alive.
 */
final class PahoDeviceClient implements DeviceClient {

    private static final long HANDSHAKE_PATIENCE_MILLIS = 1_000;
    private static final long PAHO_PATIENCE_MILLIS = 5_000;

    private final ExecutorService commands;
    private final EventThread events;
    private final PahoThreads pahoThreads;
    private final Paho paho;
    private final PublishQueue publishes;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    /** The answers that are owed for this connection: to SUBSCRIBE and UNSUBSCRIBE. */
    private final Set<CompletableFuture<?>> promises = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    private volatile ConnectOptions options;
    /** The connection that is up or being made. Written by the command thread. */
    private volatile Connection current;
    /** Of the command thread: what the broker granted at the last connect. */
    private Connack granted = new Connack(false, 0, Properties.NONE);

    PahoDeviceClient(ConnectOptions options, ClientListener listener) {
        LibraryLog.install();
        this.options = options;
        commands = Executors.newSingleThreadExecutor(threads("commands"));
        events = new EventThread(listener, threads("events"));
        pahoThreads = new PahoThreads(threads("paho"));
        paho = switch (options.version()) {
            case MQTT_5 -> new PahoV5(options.clientId(), pahoThreads, new PahoEvents());
            case MQTT_3_1, MQTT_3_1_1 -> new PahoV3(options.clientId(), pahoThreads, new PahoEvents());
        };
        publishes = new PublishQueue(paho, this::later);
    }

    private ThreadFactory threads(String role) {
        return Thread.ofVirtual().name("client-" + options.clientId() + "-" + role).factory();
    }

    @Override
    public ConnectOptions options() {
        return options;
    }

    @Override
    public boolean isConnected() {
        return paho.isConnected();
    }

    @Override
    public CompletableFuture<Connack> connect(ConnectOptions next) {
        var connection = new Connection(next, new SessionKeeper(next));
        connections.add(connection);
        CompletableFuture<Connack> connected = command(future -> connect(connection, future));
        connected.whenComplete((_, failure) -> {
            if (failure != null) {
                over(connection);
            }
        });
        return connected;
    }

    private void connect(Connection connection, CompletableFuture<Connack> future) throws ClientFailure {
        ConnectOptions next = connection.options();
        requireNone(OptionCheck.of(next));
        if (next.version() != options.version() || !next.clientId().equals(options.clientId())) {
            throw ClientFailure.of(Kind.NOT_EXPRESSIBLE, text("option.otherClient", options.clientId()));
        }
        if (paho.isConnected()) {
            throw ClientFailure.of(Kind.WRONG_STATE, text("state.connected", options.address().toString()));
        }
        if (current != null) {
            current.awaitDown(PAHO_PATIENCE_MILLIS);
        }
        if (!restsWithin(next.timeout().toMillis())) {
            throw ClientFailure.of(Kind.WRONG_STATE, text("state.unheard"));
        }
        options = next;
        current = connection;
        Attempt attempt = connection.attempt();
        paho.connect(next, connection.socket(), attempt);
        Optional<PahoError> error = attempt.await(next.timeout().toMillis() + HANDSHAKE_PATIENCE_MILLIS)
                .orElseThrow(() -> {
                    connection.socket().abort();
                    attempt.await(PAHO_PATIENCE_MILLIS);
                    return Failures.unanswered(next);
                })
                .error();
        if (error.isPresent()) {
            throw Failures.connecting(connection.socket(), next, error.get());
        }
        connection.up();
        granted = connection.socket().connack().orElseGet(() -> new Connack(false, 0, Properties.NONE));
        paho.correct(next, granted);
        if (SessionRule.beginsAnew(next, granted)) {
            publishes.sessionDiscarded();
        }
        keepSession(connection, SessionRule.outlivesConnection(next, granted));
        publishes.drain();
        Handover.complete(future, granted);
    }

    /** Whether Paho is through with the connection before, whose messages may still wait for the listener. */
    private boolean restsWithin(long millis) {
        try {
            return pahoThreads.awaitRest(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public CompletableFuture<PublishResult> publish(PublishOptions message) {
        return command(future -> {
            requireNone(OptionCheck.of(message, options.version()));
            requireConnected();
            byte[] payload = message.payload().read();
            requireNone(OptionCheck.byGrant(message, payload.length, granted));
            publishes.add(new PublishQueue.Pending(message, payload, future));
        });
    }

    @Override
    public CompletableFuture<List<Integer>> subscribe(SubscribeOptions subscription) {
        return command(future -> {
            requireNone(OptionCheck.of(subscription, options.version()));
            requireConnected();
            requireTaken(paho.subscribe(subscription, promise(future)));
        });
    }

    @Override
    public CompletableFuture<List<Integer>> unsubscribe(List<String> topicFilters) {
        return command(future -> {
            requireNone(OptionCheck.ofFilters(topicFilters, options.version()));
            requireConnected();
            requireTaken(paho.unsubscribe(topicFilters, promise(future)));
        });
    }

    @Override
    public CompletableFuture<Void> disconnect(int reasonCode, Properties properties) {
        return command(future -> {
            requireNone(OptionCheck.ofDisconnect(reasonCode, properties, options.version()));
            disconnect(reasonCode, properties, HANDSHAKE_PATIENCE_MILLIS);
            Handover.complete(future, null);
        });
    }

    private void disconnect(int reasonCode, Properties properties, long patienceMillis) throws ClientFailure {
        Connection connection = current;
        if (connection == null || !paho.isConnected()) {
            return;
        }
        keepSession(connection, SessionRule.outlivesDisconnect(connection.isSessionKept(), properties));
        var attempt = new Attempt();
        paho.disconnect(reasonCode, properties, patienceMillis, attempt);
        if (attempt.await(patienceMillis + PAHO_PATIENCE_MILLIS).isEmpty()) {
            connection.socket().abort();
        }
        ended(connection, ClientFailure.of(Kind.CONNECTION_LOST, text("lost.disconnected")));
    }

    @Override
    public CompletableFuture<Void> abort() {
        List<Connection> open = List.copyOf(connections);
        open.forEach(connection -> connection.socket().abort());
        return CompletableFuture.allOf(open.stream().map(Connection::ended).toArray(CompletableFuture[]::new));
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (!paho.isConnected()) {
            abort();
        }
        commands.execute(this::end);
        commands.shutdown();
        try {
            if (!commands.awaitTermination(3 * PAHO_PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                abort();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            disconnect(0, Properties.NONE, HANDSHAKE_PATIENCE_MILLIS);
        } catch (ClientFailure _) {
            abort();
        }
        publishes.closed();
        paho.close();
        pahoThreads.shutdownNow();
        events.end();
    }

    /** Something to be done on the command thread, with the future that it is for. */
    private interface Command<T> {

        void run(CompletableFuture<T> future) throws ClientFailure;
    }

    private <T> CompletableFuture<T> command(Command<T> command) {
        var future = new CompletableFuture<T>();
        boolean taken = !closed.get() && later(() -> {
            try {
                command.run(future);
            } catch (ClientFailure e) {
                Handover.fail(future, e);
            } catch (RuntimeException e) {
                Handover.fail(future, ClientFailure.in(e));
            }
        });
        if (!taken) {
            Handover.fail(future, ClientFailure.of(Kind.WRONG_STATE, text("state.closed")));
        }
        return future;
    }

    /** @return whether the client still does things */
    private boolean later(Runnable task) {
        try {
            commands.execute(task);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    private void requireConnected() throws ClientFailure {
        if (!paho.isConnected()) {
            throw ClientFailure.of(Kind.WRONG_STATE, text("state.notConnected"));
        }
    }

    private static void requireTaken(Optional<PahoError> refusal) throws ClientFailure {
        if (refusal.isPresent()) {
            throw Failures.notTaken(refusal.get());
        }
    }

    private static void requireNone(List<Message> mistakes) throws ClientFailure {
        if (!mistakes.isEmpty()) {
            throw new ClientFailure(Kind.NOT_EXPRESSIBLE, -1, mistakes, null);
        }
    }

    private void ended(Connection connection, ClientFailure reason) {
        connection.down();
        promises.forEach(promise -> Handover.fail(promise, reason));
        publishes.connectionEnded(connection.isSessionKept(), reason);
        over(connection);
    }

    private void keepSession(Connection connection, boolean keep) {
        connection.keepSession(keep);
        paho.keepSession(keep);
    }

    private void over(Connection connection) {
        connections.remove(connection);
        Handover.complete(connection.ended(), null);
    }

    /** Paho's answer becomes the future's. The end of the connection does too, which Paho sometimes forgets to tell. */
    private <T> Paho.Outcome<T> promise(CompletableFuture<T> future) {
        promises.add(future);
        future.whenComplete((_, _) -> promises.remove(future));
        return new Paho.Outcome<>() {
            @Override
            public void done(T result) {
                Handover.complete(future, result);
            }

            @Override
            public void failed(PahoError error) {
                // The connection has ended: ended() says why.
            }
        };
    }

    /** Sees to it that a failed attempt to connect costs no message, and that a new session inherits none. */
    private final class SessionKeeper implements ClientSocket.Watcher {

        private final ConnectOptions options;

        private SessionKeeper(ConnectOptions options) {
            this.options = options;
        }

        @Override
        public void opening() {
            paho.keepSession(true);
        }

        @Override
        public void connack(Connack connack) {
            paho.keepSession(!connack.isAccepted() || !SessionRule.beginsAnew(options, connack));
        }
    }

    private final class PahoEvents implements Paho.Events {

        @Override
        public void arrived(ReceivedMessage message) {
            events.arrived(message);
        }

        @Override
        public void lost(PahoError error) {
            Connection connection = current;
            connection.down();
            if (connection.attempt().fail(error)) {
                // It was over before Paho had told its beginning, and now Paho never will.
                return;
            }
            ClientFailure reason = Failures.lost(connection.socket().isAborted(), error);
            later(() -> ended(connection, reason));
            events.lost(reason);
        }
    }
}
