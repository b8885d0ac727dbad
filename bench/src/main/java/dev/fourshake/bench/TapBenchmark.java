package dev.fourshake.bench;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.trace.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the tap costs its traffic: one operation is a QoS 0 PUBLISH of 64 bytes of payload on its way there and back,
 * with {@code window} of them in flight, directly or through a tap that feeds a trace. The other end is an echo, not a
 * broker: there is less to hide the tap behind than in practice. The trace grows as it does in practice.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TapBenchmark {

    private static final int BATCH = 256;
    private static final byte[] PUBLISH = HexFormat.of().parseHex("3047" + "0005" + "7072657373" + "2a".repeat(64));

    @Param({"direct", "tap"})
    public String way;
    @Param({"1", "16", "256"})
    public int window;

    private ServerSocket echo;
    private TraceFeed feed;
    private Tap tap;
    private Socket device;
    private byte[] burst;

    @Setup
    public void connect() throws IOException, TapException {
        echo = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::echo);
        int port = echo.getLocalPort();
        if (way.equals("tap")) {
            feed = new TraceFeed(new Trace());
            tap = Tap.start(TapOptions.to(HostPort.loopback(port)), feed);
            port = tap.address().port();
        }
        device = new Socket(InetAddress.getLoopbackAddress(), port);
        device.setTcpNoDelay(true);
        burst = new byte[window * PUBLISH.length];
        for (int i = 0; i < window; i++) {
            System.arraycopy(PUBLISH, 0, burst, i * PUBLISH.length, PUBLISH.length);
        }
    }

    @TearDown
    public void disconnect() throws IOException {
        device.close();
        echo.close();
        if (tap != null) {
            tap.close();
            feed.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public byte[] thereAndBack() throws IOException {
        byte[] last = burst;
        for (int i = 0; i < BATCH; i += window) {
            device.getOutputStream().write(burst);
            last = device.getInputStream().readNBytes(burst.length);
        }
        return last;
    }

    private void echo() {
        try (Socket socket = echo.accept()) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] bytes = new byte[1 << 16];
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                out.write(bytes, 0, count);
            }
        } catch (SocketException _) {
            // The device has gone.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
