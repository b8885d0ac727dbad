package dev.fourshake.app.workspace;

import dev.fourshake.app.broker.BrokerState;
import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.capture.CaptureCatalogue;
import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureInfo;
import dev.fourshake.app.capture.CaptureRecorder;
import dev.fourshake.app.capture.CaptureStore;
import dev.fourshake.app.capture.Progress;
import dev.fourshake.app.capture.RecorderState;
import dev.fourshake.app.change.Listeners;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.data.ProgramVersion;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.demo.DemoMonitor;
import dev.fourshake.app.demo.DemoPress;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.payload.rule.PayloadRules;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.tls.TrustGrant;
import dev.fourshake.model.wire.ProtocolVersion;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All that is open: the taps that run, the captures that are read, the embedded broker. Any thread; what starts or
 * ends something may wait and is not for the JavaFX thread.
 */
public final class Workspace implements AutoCloseable {

    private final UserData data;
    private final List<OpenTrace> sources = new CopyOnWriteArrayList<>();
    private final List<OwnClient> clients = new CopyOnWriteArrayList<>();
    private final Object openings = new Object();
    private final Listeners listeners = new Listeners();
    private final TapPlans plans;
    private final CaptureCatalogue catalogue;
    private final CaptureTrash trash;
    private final RecentFiles recent;
    private final PayloadRules payloadRules;
    private final HoldPlans holdPlans;
    private volatile EmbeddedBroker broker;

    public Workspace(UserData data) {
        this.data = data;
        catalogue = catalogueIn(data);
        trash = new CaptureTrash(data.resolve("trash"), catalogue);
        recent = new RecentFiles(data.resolve("recent.txt"), this::changed);
        plans = new TapPlans(data.resolve("taps.json"), this::changed);
        payloadRules = new PayloadRules(data.resolve("payloads.json"));
        holdPlans = new HoldPlans(data.resolve("breakpoints.json"));
    }

    /** The user's captures, where nothing else of the workspace is needed. */
    public static CaptureCatalogue catalogueIn(UserData data) {
        return new CaptureCatalogue(data.resolve("captures"));
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

    /** Captures that the user has deleted. */
    public CaptureTrash trash() {
        return trash;
    }

    /** Which payload format the user wants for which topics. */
    public PayloadRules payloadRules() {
        return payloadRules;
    }

    /** What the user has set up to be held at which tap. */
    public HoldPlans holdPlans() {
        return holdPlans;
    }

    /** The files that were opened last. */
    public RecentFiles recent() {
        return recent;
    }

    /**
     * Opens a capture; its first packets can be seen at once. What is open already, and has not changed on the disk
     * since, is not opened a second time.
     *
     * @throws CaptureException if it cannot be opened
     */
    public CaptureTrace openCapture(Path file) throws CaptureException {
        return open(CaptureTrace.class, file, CaptureTrace::open);
    }

    /**
     * Opens a capture to be replayed from its start; it waits there. What is open for that already is not opened a
     * second time.
     *
     * @throws CaptureException if it cannot be opened
     */
    public CaptureReplay openReplay(Path file) throws CaptureException {
        return open(CaptureReplay.class, file, CaptureReplay::open);
    }

    @FunctionalInterface
    private interface Opening<T> {
        T open(Path file) throws CaptureException;
    }

    private <T extends FromFile> T open(Class<T> kind, Path file, Opening<T> opening) throws CaptureException {
        Path wanted = file.toAbsolutePath().normalize();
        synchronized (openings) {
            Optional<T> before = opened(kind, wanted);
            T source = before.filter(FromFile::isCurrent).isPresent() ? before.get() : opening.open(wanted);
            recent.opened(wanted);
            if (before.filter(known -> known == source).isEmpty()) {
                add(source);
                before.ifPresent(this::end);
            }
            return source;
        }
    }

    /** What is open of that kind from that file. */
    public <T extends FromFile> Optional<T> opened(Class<T> kind, Path file) {
        return sources().stream().filter(kind::isInstance).map(kind::cast)
                .filter(source -> source.file().equals(file)).findFirst();
    }

    /** The recordings that go on now. */
    public List<RecorderState> recordings() {
        return taps().stream().flatMap(tap -> tap.recording().stream()).filter(state -> !state.isOver()).toList();
    }

    /** Gives a capture another name, made safe; what is open from it bears that name from now on. Answers its file. */
    public Path rename(Path file, String wish) throws CaptureException {
        Path renamed = catalogue.rename(file, wish);
        opened(CaptureTrace.class, file).ifPresent(trace -> trace.renamed(renamed));
        recent.renamed(file, renamed);
        changed();
        return renamed;
    }

    /**
     * Saves all that a source shows now into a capture.
     *
     * @return false where {@code progress} ended it
     */
    public boolean save(OpenTrace source, Path file, Progress progress) throws CaptureException {
        return CaptureStore.save(source.snapshot(), file, CaptureInfo.now(ProgramVersion.current(), source.origin()),
                progress);
    }

    /**
     * Lets one device's links of a running tap go to a broker whose certificate was refused; a saved tap remembers it.
     */
    public synchronized void grant(LiveTap tap, TrustGrant grant) {
        TapPlan before = tap.plan();
        tap.grant(grant);
        plans.replace(before, tap.plan());
    }

    /**
     * A saved tap becomes another one; under a new name it keeps what was set up to be held. Touches the disk.
     *
     * @return how many breakpoints that were set up under the new name already it has got besides
     */
    public int changePlan(TapPlan old, TapPlan changed) {
        plans.replace(old, changed);
        OptionalInt more = holdPlans.rename(old.options().name(), changed.options().name());
        if (more.isPresent()) {
            holdPlans.save();
        }
        return more.orElse(0);
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
        changed();
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
        listeners.tell();
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
