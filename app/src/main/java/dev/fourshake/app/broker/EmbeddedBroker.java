package dev.fourshake.app.broker;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.client.parameter.Listener;
import dev.fourshake.app.broker.BrokerState.Failed;
import dev.fourshake.app.broker.BrokerState.Listening;
import dev.fourshake.app.broker.BrokerState.Starting;
import dev.fourshake.app.broker.BrokerState.Stopped;
import dev.fourshake.app.log.LibraryLog;
import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A broker in this process: MQTT 3.1, 3.1.1 and 5, QoS 2, retained messages and persistent sessions, for anybody on
 * this machine and nobody else (loopback interface, no credentials). It starts in the background and is used once;
 * several may run at a time.
 *
 * <p>Until it is closed its threads keep the Java VM alive.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    /** HiveMQ's own is two seconds, for files to be written; here nothing outlives the broker. */
    private static final int SHUTDOWN_GRACE_MILLIS = 100;

    private final Path parentFolder;
    private final BrokerRetention retention;
    private final Consumer<BrokerState> watcher;
    private final CompletableFuture<BrokerState> started = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final InsightExtension extension = new InsightExtension();
    /** Starts and stops, one after the other: to stop waits for the start to end. */
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("embedded-broker").factory());

    private volatile BrokerState state = new Starting();
    /** Of the worker alone. */
    private EmbeddedHiveMQ server;
    private boolean stopping;

    private EmbeddedBroker(Path parentFolder, BrokerRetention retention, Consumer<BrokerState> watcher) {
        this.parentFolder = parentFolder;
        this.retention = retention;
        this.watcher = watcher;
    }

    /** Starts a broker with the usual limits; see {@link #start(Path, BrokerRetention, Consumer)}. */
    public static EmbeddedBroker start(Consumer<BrokerState> watcher) {
        return start(Path.of(System.getProperty("java.io.tmpdir")), BrokerRetention.DEFAULT, watcher);
    }

    /**
     * Begins to start a broker and returns at once.
     *
     * @param parentFolder where it may put a folder of its own for as long as the start takes
     * @param watcher      told of each change of {@link #state()}, on the broker's thread; must return soon
     */
    public static EmbeddedBroker start(Path parentFolder, BrokerRetention retention, Consumer<BrokerState> watcher) {
        var broker = new EmbeddedBroker(parentFolder, retention, watcher);
        broker.worker.execute(broker::run);
        return broker;
    }

    public BrokerState state() {
        return state;
    }

    /** The first state that is not {@code Starting}: {@code Listening} or {@code Failed}. It never fails itself. */
    public CompletableFuture<BrokerState> started() {
        return started.copy();
    }

    /** What this broker keeps, how much of it and for how long. */
    public BrokerRetention retention() {
        return retention;
    }

    /** The broker's own view of its clients and retained messages, now; empty unless it listens. */
    public CompletableFuture<BrokerInsight> insight() {
        return state instanceof Listening
                ? extension.insight() : CompletableFuture.completedFuture(BrokerInsight.EMPTY);
    }

    /** Begins to stop and returns at once. HiveMQ takes about two seconds to end its threads. Idempotent. */
    public synchronized CompletableFuture<Void> stop() {
        if (!stopping) {
            stopping = true;
            worker.execute(this::end);
            worker.shutdown();
        }
        return stopped.copy();
    }

    /** Stops and waits for the end. */
    @Override
    public void close() {
        stop().join();
    }

    private void run() {
        watcher.accept(state);
        LibraryLog.install();
        Thread.UncaughtExceptionHandler ours = Thread.getDefaultUncaughtExceptionHandler();
        try (BrokerFolder folder = BrokerFolder.create(parentFolder, retention)) {
            server = build(folder);
            server.start().join();
            become(new Listening(boundAddress()));
        } catch (IOException e) {
            fail(Message.of(EmbeddedBroker.class, "failed.folder", parentFolder.toString(), reason(e)));
        } catch (RuntimeException | LinkageError e) {
            fail(Message.of(EmbeddedBroker.class, "failed.start", reason(e)));
        } finally {
            giveBackUncaughtExceptions(ours);
            started.complete(state);
        }
    }

    private EmbeddedHiveMQ build(BrokerFolder folder) {
        InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(SHUTDOWN_GRACE_MILLIS);
        return EmbeddedHiveMQ.builder()
                .withConfigurationFolder(folder.configuration())
                .withDataFolder(folder.data())
                .withExtensionsFolder(folder.extensions())
                .withEmbeddedExtension(EmbeddedExtension.builder()
                        .withId("fourshake").withName("Fourshake").withVersion("1").withExtensionMain(extension)
                        .build())
                .withoutLoggingBootstrap()
                .build();
    }

    /**
     * Where it listens. HiveMQ answers settings that it cannot read with settings of its own, which listen for the
     * whole network: such a broker is not left running.
     */
    private InetSocketAddress boundAddress() {
        Set<Listener> listeners = extension.listeners();
        if (listeners.size() != 1 || !listeners.iterator().next().getBindAddress().equals(LOOPBACK)) {
            throw new IllegalStateException(Message.of(EmbeddedBroker.class, "failed.settings").text());
        }
        return new InetSocketAddress(LOOPBACK, listeners.iterator().next().getPort());
    }

    private void fail(Message sentence) {
        closeServer();
        become(new Failed(sentence));
    }

    private void end() {
        closeServer();
        if (!(state instanceof Failed)) {
            become(new Stopped());
        }
        stopped.complete(null);
    }

    private void closeServer() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (ExecutionException _) {
            // HiveMQ has logged it; there is nothing more that could be closed.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            server = null;
        }
    }

    private void become(BrokerState next) {
        state = next;
        watcher.accept(next);
    }

    /** HiveMQ makes itself the judge of every uncaught exception in this process, up to {@code System.exit}. */
    private static void giveBackUncaughtExceptions(Thread.UncaughtExceptionHandler ours) {
        Thread.UncaughtExceptionHandler now = Thread.getDefaultUncaughtExceptionHandler();
        if (now != null && now.getClass().getName().startsWith("com.hivemq.")) {
            Thread.setDefaultUncaughtExceptionHandler(ours);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
