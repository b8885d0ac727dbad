package dev.fourshake.app.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

/** A device or a broker that says and expects bytes, and knows how its connection ends. */
public record Peer(Socket socket) implements AutoCloseable {

    public static final int PATIENCE_MILLIS = 20_000;

    public Peer {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (SocketException e) {
            throw new AssertionError(e);
        }
    }

    public Peer send(String hex) throws IOException {
        return send(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    public Peer send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Sends on a thread of its own, as the other side may not read. */
    public CompletableFuture<Void> sending(byte[] bytes) {
        return CompletableFuture.runAsync(() -> {
            try {
                send(bytes);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    public Peer expect(String hex) throws IOException {
        String bare = hex.replace(" ", "");
        assertEquals(bare, HexFormat.of().formatHex(read(bare.length() / 2)));
        return this;
    }

    public byte[] read(int count) throws IOException {
        return socket.getInputStream().readNBytes(count);
    }

    /** As {@link #read}, on a thread that may not throw. */
    public byte[] readAll(int count) {
        try {
            return read(count);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** FIN, and nothing before it. */
    public void expectEnd() throws IOException {
        assertEquals(-1, socket.getInputStream().read());
    }

    /** RST, and nothing before it. */
    public void expectReset() {
        SocketException reset = assertThrows(SocketException.class, () -> socket.getInputStream().read());
        assertTrue(reset.getMessage().contains("reset"), reset::getMessage);
    }

    public Peer halfClose() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
