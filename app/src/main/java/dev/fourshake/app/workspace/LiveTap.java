package dev.fourshake.app.workspace;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureInfo;
import dev.fourshake.app.capture.CaptureRecorder;
import dev.fourshake.app.capture.RecorderState;
import dev.fourshake.app.change.Listeners;
import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.TrustSetting;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.app.tap.tls.OwnAuthority;
import dev.fourshake.app.tap.tls.TrustGrant;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tap that runs, with the trace of what passes it. Any thread. */
public final class LiveTap implements OpenTrace {

    private static final Logger LOG = System.getLogger(LiveTap.class.getName());

    private volatile TapPlan plan;
    private final TraceFeed feed;
    private final Tap tap;
    private final List<AutoCloseable> belongings = new CopyOnWriteArrayList<>();
    private final Listeners listeners = new Listeners();
    private volatile CaptureRecorder recorder;
    private volatile boolean closed;

    private LiveTap(TapPlan plan, TraceFeed feed, Tap tap) {
        this.plan = plan;
        this.feed = feed;
        this.tap = tap;
        feed.addListener(this::changed);
        tap.addListener(this::changed);
    }

    /** Begins to listen. */
    static LiveTap start(TapPlan plan) throws TapException {
        TraceFeed feed = new TraceFeed(new Trace());
        try {
            return new LiveTap(plan, feed, Tap.start(plan.options(), feed));
        } catch (TapException failure) {
            feed.close();
            throw failure;
        }
    }

    public Tap tap() {
        return tap;
    }

    public TraceFeed feed() {
        return feed;
    }

    /** Whether this is the tap that {@code other} describes, running. */
    public boolean isOf(TapPlan other) {
        return plan.equals(other);
    }

    /** The tap as it would be started again. */
    TapPlan plan() {
        return plan;
    }

    /** Lets one device's links go to a broker whose certificate was refused. */
    void grant(TrustGrant grant) {
        List<TrustGrant> grants = new ArrayList<>(plan.options().grants());
        grants.add(grant);
        plan = new TapPlan(plan.options().withGrants(grants), plan.record());
        tap.grant(grant);
    }

    /** Devices of our own that live and end with the tap; one that comes too late ends at once. */
    void belongs(AutoCloseable device) {
        belongings.add(device);
        if (closed) {
            closeQuietly(device);
        }
    }

    /** How a client on this machine reaches the tap, and what it has to trust there. */
    public BrokerAddress addressForClients() {
        HostPort address = tap.address();
        boolean everywhere = address.host().equals("0.0.0.0") || address.host().equals("::");
        String host = everywhere ? HostPort.LOOPBACK : address.host();
        return switch (tap.options().deviceTls()) {
            case DeviceTls.None _ -> BrokerAddress.tcp(host, address.port());
            case DeviceTls.Own(Path directory) -> BrokerAddress.tls(host, address.port(),
                    new TrustSetting.PemFile(OwnAuthority.certificateFile(directory)));
            case DeviceTls.Pem(Path certificate, _) -> BrokerAddress.tls(host, address.port(),
                    new TrustSetting.PemFile(certificate));
        };
    }

    @Override
    public String title() {
        return tap.options().name();
    }

    @Override
    public TraceSnapshot snapshot() {
        return feed.trace().snapshot();
    }

    @Override
    public String origin() {
        return tap.address() + " → " + tap.options().broker();
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        listeners.tell();
    }

    // ------------------------------------------------------------------ recording

    /** Whether the traffic is being saved now. */
    public boolean isRecording() {
        return recording().filter(state -> state.phase() == RecorderState.Phase.RECORDING).isPresent();
    }

    /** How the last recording stands, or how it ended. Waits for nobody: making a file takes its time. */
    public Optional<RecorderState> recording() {
        return Optional.ofNullable(recorder).map(CaptureRecorder::state);
    }

    /**
     * Saves what happens from now on; does nothing where it is being saved already, or the tap was closed.
     *
     * @param program version of this program, for the capture to remember
     * @throws CaptureException if the file cannot be made
     */
    public synchronized void startRecording(Path file, String program, CaptureRecorder.Start from)
            throws CaptureException {
        if (closed || isRecording()) {
            return;
        }
        CaptureRecorder started = CaptureRecorder.start(feed, file, CaptureInfo.now(program, origin()), from);
        started.addListener(_ -> changed());
        recorder = started;
        changed();
    }

    /** Ends the recording and waits until all is saved. */
    public void stopRecording() {
        CaptureRecorder ending;
        synchronized (this) {
            // One that is being started is ended too.
            ending = recorder;
        }
        if (ending != null) {
            ending.close();
            changed();
        }
    }

    /** Ends the traffic, then the trace: what was under way is in it. Its snapshot stays readable. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        belongings.forEach(LiveTap::closeQuietly);
        tap.close();
        feed.close();
        stopRecording();
    }

    private static void closeQuietly(AutoCloseable device) {
        try {
            device.close();
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "A device of the demonstration did not end well", failure);
        }
    }
}
