package dev.fourshake.app.client;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Framer;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A broker that does what a test says, one script a connection in their order: what a real one does only by chance, or
 * never. It keeps what clients sent.
 */
final class ScriptedBroker implements AutoCloseable {

    /** What to do with a connection; it is closed when this returns. */
    interface Script {

        void play(Peer client) throws IOException;
    }

    /** The client's end of a connection. */
    final class Peer {

        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /** Reads one packet, and keeps it. */
        Bytes read() throws IOException {
            var framer = new Framer();
            framer.trust();
            var packet = new AtomicReference<Bytes>();
            do {
                framer.feed(Bytes.of(in.readByte()), new Framer.Sink() {
                    @Override
                    public void packet(Bytes raw) {
                        packet.set(raw);
                    }

                    @Override
                    public void opaque(Bytes raw) {
                        throw new IllegalStateException(raw.toString());
                    }
                });
            } while (packet.get() == null);
            received.add(packet.get());
            return packet.get();
        }

        void write(String hex) throws IOException {
            out.write(HexFormat.of().parseHex(hex.replace(" ", "")));
            out.flush();
        }

        /** Whether nothing comes for this long. */
        boolean isSilent(int millis) throws IOException {
            socket.setSoTimeout(millis);
            try {
                read();
                return false;
            } catch (SocketTimeoutException _) {
                return true;
            } finally {
                socket.setSoTimeout(0);
            }
        }

        /** Ends the connection by RST. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Reads until the client closes. */
        void untilClosed() throws IOException {
            try {
                while (true) {
                    read();
                }
            } catch (EOFException _) {
                // It has.
            }
        }
    }

    private final ServerSocket server;
    private final List<Bytes> received = new CopyOnWriteArrayList<>();

    ScriptedBroker(Script... scripts) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), scripts);
    }

    ScriptedBroker(ServerSocket server, Script... scripts) {
        this.server = server;
        Thread.ofVirtual().start(() -> {
            for (Script script : scripts) {
                try (Socket socket = server.accept()) {
                    script.play(new Peer(socket));
                } catch (IOException _) {
                    // The client is gone, and what it sent is kept: the test judges that.
                }
            }
        });
    }

    BrokerAddress address() {
        return BrokerAddress.tcp("127.0.0.1", server.getLocalPort());
    }

    /** The packets of all connections. */
    List<Bytes> received() {
        return received;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
