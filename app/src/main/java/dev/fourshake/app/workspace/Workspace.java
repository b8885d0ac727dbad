package dev.fourshake.app.workspace;

import dev.fourshake.app.broker.BrokerState;
import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.capture.CaptureCatalogue;
import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureRecorder;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.data.ProgramVersion;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.demo.DemoMonitor;
import dev.fourshake.app.demo.DemoPress;
import dev.fourshake.app.tap.HostPort;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.model.wire.ProtocolVersion;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All that is open: the taps that run, the captures that are read, the embedded broker. Any thread; what starts or
 * ends something may wait and is not for the JavaFX thread.
 */
public final class Workspace implements AutoCloseable {

    private final UserData data;
    private final List<OpenTrace> sources = new CopyOnWriteArrayList<>();
    private final List<OwnClient> clients = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final TapPlans plans;
    private final CaptureCatalogue catalogue;
    private volatile EmbeddedBroker broker;

    public Workspace(UserData data) {
        this.data = data;
        catalogue = new CaptureCatalogue(data.resolve("captures"));
        plans = new TapPlans(data.resolve("taps.json"), this::changed);
    }

    /** Where everything of the user is kept. */
    public UserData data() {
        return data;
    }

    /** All sources in the order in which they were opened. */
    public List<OpenTrace> sources() {
        return List.copyOf(sources);
    }

    /** The taps that run. */
    public List<LiveTap> taps() {
        return sources.stream().filter(LiveTap.class::isInstance).map(LiveTap.class::cast).toList();
    }

    /** The embedded broker, once it was asked for. */
    public Optional<EmbeddedBroker> broker() {
        return Optional.ofNullable(broker);
    }

    /** The embedded broker, started in the background if it was not yet. Returns at once. */
    public synchronized EmbeddedBroker startBroker() {
        if (broker == null) {
            broker = EmbeddedBroker.start(_ -> changed());
        }
        return broker;
    }

    /** The taps that the user has set up, running or not. */
    public TapPlans plans() {
        return plans;
    }

    /** The user's captures. */
    public CaptureCatalogue catalogue() {
        return catalogue;
    }

    /** Starts a tap. */
    public LiveTap startTap(TapPlan plan) throws TapException {
        LiveTap tap = LiveTap.start(plan);
        add(tap);
        return tap;
    }

    /** Begins to save what passes a tap into a new capture that bears its name. */
    public void startRecording(LiveTap tap) throws CaptureException {
        tap.startRecording(catalogue.newFile(tap.title()), ProgramVersion.current(), CaptureRecorder.Start.NOW);
    }

    /**
     * Starts the demonstration on the embedded broker, which must listen: a tap, and two devices that talk through it
     * until the tap is ended.
     *
     * @param name of the tap
     */
    public LiveTap startDemo(String name, ProtocolVersion version) throws TapException {
        if (!(startBroker().state() instanceof BrokerState.Listening(InetSocketAddress address))) {
            throw new IllegalStateException("the embedded broker does not listen");
        }
        LiveTap tap = startTap(new TapPlan(TapOptions.to(HostPort.loopback(address.getPort())).withName(name), false));
        tap.belongs(DemoMonitor.start(tap.addressForClients(), version, _ -> { }));
        tap.belongs(DemoPress.start(tap.addressForClients(), version));
        return tap;
    }

    /** Our own clients in the order in which they were made. */
    public List<OwnClient> clients() {
        return List.copyOf(clients);
    }

    /** Makes a client that will connect through {@code tap}; it is not connected yet. */
    public OwnClient newClient(LiveTap tap, ConnectOptions options) {
        OwnClient client = new OwnClient(tap, options, this::changed);
        clients.add(client);
        changed();
        return client;
    }

    /** Disconnects a client and takes it out. */
    public void end(OwnClient client) {
        if (clients.remove(client)) {
            client.close();
            changed();
        }
    }

    /** Takes in a source that was opened elsewhere. */
    public void add(OpenTrace source) {
        sources.add(source);
        changed();
    }

    /** Ends a source and takes it out. */
    public void end(OpenTrace source) {
        if (sources.remove(source)) {
            source.close();
            changed();
        }
    }

    /**
     * Tells {@code changed} when a source or a client comes, goes or changes its state, or the broker does; on any
     * thread, so that it must be quick.
     *
     * @return ends the telling
     */
    public Runnable onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Ends all clients, all sources, then the broker. Doing it again does nothing. */
    @Override
    public synchronized void close() {
        clients().forEach(this::end);
        sources().forEach(this::end);
        EmbeddedBroker running = broker;
        if (running != null) {
            running.close();
        }
    }
}
