package dev.fourshake.app.broker;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.fourshake.testing.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Debian's mosquitto on a free port of the loopback interface, with a folder of its own for its settings. */
public final class Mosquitto implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    private final Process process;
    private final int port;

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param settings further lines of mosquitto.conf; {@code allow_anonymous true} to let anybody in */
    public static Mosquitto start(Path folder, String settings) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            Path file = Files.writeString(folder.resolve("mosquitto-" + port + ".conf"),
                    "listener " + port + " 127.0.0.1\n" + settings + "\n");
            Process process = new ProcessBuilder(Programs.get("mosquitto").toString(), "-c", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("mosquitto-" + port + ".log").toFile())
                    .start();
            if (accepts(process, port)) {
                return new Mosquitto(process, port);
            }
        }
        throw new IOException("mosquitto did not start, see its log in " + folder);
    }

    public int port() {
        return port;
    }

    /** It keeps its connections, the system takes new ones for it, and nothing is answered. */
    public void hang() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** It answers again, also what has come meanwhile. */
    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("kill -" + name + " ended with " + status);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** Somebody may take it before mosquitto does: then mosquitto ends, and the next one is tried. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean accepts(Process process, int port) throws InterruptedException {
        while (process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return true;
            } catch (IOException _) {
                process.waitFor(20, MILLISECONDS);
            }
        }
        return false;
    }
}
