package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapCommandTest {

    @Test
    void saysWhereItListensAndEndsWithOneJsonDocument() throws Exception {
        CommandLineRun run = CommandLineRun.of("tap", "--listen", "0", "--to", "127.0.0.1:9", "--for", "50ms",
                "--json");
        assertEquals(0, run.exitStatus(), run.err());
        assertTrue(run.err().matches("(?s)listening 127\\.0\\.0\\.1:\\d+\n.*"), run.err());
        JsonNode summary = JsonMapper.builder().build().readTree(run.out());
        assertEquals(0, summary.get("links").asInt());
        assertTrue(summary.get("exchanges").get("qos2").has("incomplete"));
    }

    @Test
    void aPortInUseIsASentenceAndNoStackTrace() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandLineRun run = CommandLineRun.of("tap", "--listen", Integer.toString(taken.getLocalPort()),
                    "--to", "127.0.0.1:1883", "--for", "1s");
            assertEquals(2, run.exitStatus());
            assertTrue(run.err().contains(Integer.toString(taken.getLocalPort())), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertEquals("", run.out());
        }
    }

    @Test
    void whatIsMissingOrWrongIsSaid() {
        assertEquals(2, CommandLineRun.of("tap", "--to", "127.0.0.1:1883").exitStatus());
        CommandLineRun address = CommandLineRun.of("tap", "--listen", "0", "--to", "nowhere", "--for", "1s");
        assertEquals(2, address.exitStatus());
        assertTrue(address.err().contains("HOST:PORT"), address.err());
        CommandLineRun tls = CommandLineRun.of("tap", "--listen", "0", "--to", "1883", "--cert", "x.pem", "--for",
                "1s");
        assertEquals(2, tls.exitStatus());
        assertTrue(tls.err().contains("--key"), tls.err());
    }

    /** A device comes and the broker does not listen: said when it happens, once, and not only by an empty summary. */
    @Test
    void aBrokerThatCannotBeReachedIsSaidWhileTheTapRuns() throws Exception {
        int nobody = freePort();
        int port = freePort();
        Thread device = Thread.ofVirtual().start(() -> connectTo(port));
        CommandLineRun run = CommandLineRun.of("tap", "--listen", Integer.toString(port),
                "--to", "127.0.0.1:" + nobody, "--for", "3s");
        device.join();
        assertEquals(3, run.exitStatus(), run.err());
        assertTrue(run.err().endsWith("No device got through to the broker at 127.0.0.1:" + nobody + ".\n"), run.err());
        assertEquals(1, run.err().lines().filter(line -> line.startsWith("No broker listens at 127.0.0.1:" + nobody))
                .count(), run.err());
    }

    /** What is done with the traffic later is nobody's who was not reached. */
    @Test
    void aBrokerThatWasReachedOnceWasReached() throws Exception {
        int port = freePort();
        try (ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread device = Thread.ofVirtual().start(() -> {
                connectTo(port);
                connectTo(port);
            });
            Thread.ofVirtual().start(() -> closeAfterOne(broker));
            CommandLineRun run = CommandLineRun.of("tap", "--listen", Integer.toString(port),
                    "--to", "127.0.0.1:" + broker.getLocalPort(), "--for", "3s");
            device.join();
            assertEquals(0, run.exitStatus(), run.err());
            assertTrue(run.err().contains("No broker listens at"), run.err());
        }
    }

    private static void closeAfterOne(ServerSocket broker) {
        try (Socket _ = broker.accept()) {
            broker.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Until the tap listens; then until it lets go. */
    private static void connectTo(int port) {
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getInputStream().readAllBytes();
                return;
            } catch (ConnectException _) {
                Thread.onSpinWait();
            } catch (IOException _) {
                return; // the tap has reset the link, as the broker would
            }
        }
    }

    @Test
    void aFolderThatIsMissingIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("missing");
        CommandLineRun run = CommandLineRun.of("tap", "--listen", "0", "--to", "127.0.0.1:9", "--for", "10ms",
                "--save", missing.resolve("a.fourshake").toString());
        assertEquals(2, run.exitStatus());
        assertTrue(run.err().startsWith("fourshake: There is no folder " + missing), run.err());
    }

    @Test
    void listeningForOthersIsSaid() {
        CommandLineRun run = CommandLineRun.of("tap", "--listen", "0.0.0.0:0", "--to", "127.0.0.1:9", "--for", "10ms");
        assertEquals(0, run.exitStatus(), run.err());
        assertTrue(run.err().lines().count() >= 2, run.err());
        assertTrue(run.err().matches("(?s).*listening 0\\.0\\.0\\.0:\\d+\n.*"), run.err());
    }

    @Test
    void aWeakLineIsSaidAndOneThatCannotBeMeantIsTheCallersMistake() {
        CommandLineRun run = CommandLineRun.of("tap", "--listen", "0", "--to", "127.0.0.1:9", "--for", "10ms",
                "--weak", "gprs,cut=every 500,seed=7", "--weak", "client=press-4,s2c,blackhole");
        assertEquals(0, run.exitStatus(), run.err());
        assertTrue(run.err().contains("latency=350ms,jitter=150ms,rate=40kbit/s,cut=every 500,seed=7"), run.err());
        assertTrue(run.err().contains("client=press-4,s2c,blackhole=every 1"), run.err());
        CommandLineRun wrong = CommandLineRun.of("tap", "--listen", "0", "--to", "127.0.0.1:9", "--weak", "lag=3");
        assertEquals(2, wrong.exitStatus());
        assertTrue(wrong.err().contains("latency=200ms"), wrong.err());
        CommandLineRun help = CommandLineRun.of("tap", "--help");
        assertTrue(help.out().contains("0.2%)"), help.out());
    }

    @Test
    void aScriptIsDoneAndWhatItMetIsSaid(@TempDir Path folder) throws Exception {
        Path script = Files.writeString(folder.resolve("a.yaml"),
                "breakpoints: [{types: PUBREL, reaction: drop}]\nlines: [gprs]");
        CommandLineRun run = CommandLineRun.of("tap", "--listen", "0", "--to", "127.0.0.1:9", "--for", "10ms",
                "--script", script.toString(), "--weak", "latency=1ms");
        assertEquals(0, run.exitStatus(), run.err());
        assertTrue(run.err().contains("breakpoint 1: met by no packet"), run.err());
        assertTrue(run.err().indexOf("latency=350ms") < run.err().indexOf("latency=1ms"), run.err());
        Files.writeString(script, "breakpoints: [{types: PUBREL, reaction: drip}]");
        CommandLineRun wrong = CommandLineRun.of("tap", "--listen", "0", "--to", "127.0.0.1:9", "--script",
                script.toString());
        assertEquals(2, wrong.exitStatus());
        assertTrue(wrong.err().contains("a.yaml:1:41 breakpoints[0].reaction: drip"), wrong.err());
        assertEquals(1, wrong.err().lines().count(), wrong.err());
    }
}
