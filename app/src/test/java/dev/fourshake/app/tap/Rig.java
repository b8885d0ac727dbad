package dev.fourshake.app.tap;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.WireEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A tap between plain sockets: the test is the device and the broker, and sees all events of the trace. */
public final class Rig implements AutoCloseable {

    public final List<WireEvent> events = new CopyOnWriteArrayList<>();
    public final TraceFeed feed;
    public final ServerSocket broker;
    public final Tap tap;

    public Rig() throws IOException, TapException {
        this(UnaryOperator.identity());
    }

    public Rig(UnaryOperator<TapOptions> options) throws IOException, TapException {
        this(options, TraceFeed.QUEUE_BYTES);
    }

    public Rig(UnaryOperator<TapOptions> options, long queueBytes) throws IOException, TapException {
        feed = new TraceFeed(new Trace(), queueBytes);
        feed.addSink(events::addAll);
        broker = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        broker.setSoTimeout(Peer.PATIENCE_MILLIS);
        tap = Tap.start(options.apply(TapOptions.to(HostPort.loopback(broker.getLocalPort()))), feed);
    }

    /** A device connects to the tap. */
    public Peer device() throws IOException {
        return new Peer(new Socket(tap.address().host(), tap.address().port()));
    }

    /** The tap's connection for the device arrives at the broker. */
    public Peer atBroker() throws IOException {
        return new Peer(broker.accept());
    }

    /** Ends the tap and waits until all is in {@link #events}. */
    public void finish() {
        tap.close();
        feed.close();
    }

    /** {@code CLIENT HALF_CLOSED}, for each end that the trace was told. */
    public List<String> endings() {
        return events(LinkEnded.class).stream().map(end -> end.by() + " " + end.how()).toList();
    }

    public <T extends WireEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What the trace saw of one direction of a link, in one piece. */
    public byte[] seen(int link, Direction direction) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Frame frame : events(Frame.class)) {
            if (frame.link() == link && frame.direction() == direction) {
                all.writeBytes(frame.raw().toArray());
            }
        }
        return all.toByteArray();
    }

    /** Whether so much of this direction of the first link is held that the sender is read no further. */
    public boolean isFull(Direction direction) {
        TapLink link = tap.links().findFirst().orElseThrow();
        return CompletableFuture.supplyAsync(() -> link.lanes().filter(lane -> lane.direction() == direction)
                .flatMap(lane -> lane.gate().stream()).anyMatch(gate -> !gate.hasRoom()), link::execute).join();
    }

    @Override
    public void close() throws IOException {
        finish();
        broker.close();
    }
}
