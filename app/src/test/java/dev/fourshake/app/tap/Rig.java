package dev.fourshake.app.tap;

import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.WireEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A tap between plain sockets: the test is the device and the broker, and sees all events of the trace. */
final class Rig implements AutoCloseable {

    static final int PATIENCE_MILLIS = 20_000;

    final List<WireEvent> events = new CopyOnWriteArrayList<>();
    final TraceFeed feed;
    final ServerSocket broker;
    final Tap tap;

    Rig() throws IOException, TapException {
        this(Transport.available().getFirst(), UnaryOperator.identity(), TraceFeed.QUEUE_BYTES);
    }

    Rig(Transport transport, UnaryOperator<TapOptions> options, long queueBytes) throws IOException, TapException {
        feed = new TraceFeed(new Trace(), queueBytes);
        feed.addSink(events::addAll);
        broker = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        broker.setSoTimeout(PATIENCE_MILLIS);
        tap = Tap.start(options.apply(TapOptions.to(HostPort.loopback(broker.getLocalPort()))), feed, transport);
    }

    /** A device connects to the tap. */
    Socket device() throws IOException {
        return patient(new Socket(tap.address().host(), tap.address().port()));
    }

    /** The tap's connection for the device arrives at the broker. */
    Socket atBroker() throws IOException {
        return patient(broker.accept());
    }

    static Socket patient(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Ends the tap and waits until all is in {@link #events}. */
    void finish() {
        tap.close();
        feed.close();
    }

    <T extends WireEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What the trace saw of one direction of a link, in one piece. */
    byte[] seen(int link, Direction direction) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Frame frame : events(Frame.class)) {
            if (frame.link() == link && frame.direction() == direction) {
                all.writeBytes(frame.raw().toArray());
            }
        }
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        finish();
        broker.close();
    }
}
