package dev.fourshake.app.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BenchTest {

    private static final TapOptions NOWHERE = TapOptions.to(HostPort.loopback(1));
    private final Stop stop = new Stop();

    /** Any program may be given the port for a connection of its own while nobody listens there. */
    @Test
    void aPortThatSomebodyElseHasMeanwhileIsWaitedFor() throws Exception {
        try (Bench bench = Bench.start(NOWHERE, NOWHERE, stop, Duration.ZERO)) {
            HostPort address = bench.deviceAddress();
            bench.goDown();
            FutureTask<Void> coming = new FutureTask<>(() -> {
                bench.comeUp(stop, Duration.ofMinutes(1));
                return null;
            });
            try (ServerSocket other = new ServerSocket(address.port(), 1, InetAddress.getByName(address.host()))) {
                Thread thread = Thread.ofPlatform().start(coming);
                await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
                assertFalse(coming.isDone());
                assertEquals(address.port(), other.getLocalPort());
            }
            coming.get(1, TimeUnit.MINUTES);
            new Socket(address.host(), address.port()).close();
        }
    }

    @Test
    void aPortThatStaysTakenIsSaid() throws Exception {
        try (Bench bench = Bench.start(NOWHERE, NOWHERE, stop, Duration.ZERO)) {
            HostPort address = bench.deviceAddress();
            bench.goDown();
            try (ServerSocket _ = new ServerSocket(address.port(), 1, InetAddress.getByName(address.host()))) {
                assertThrows(DrillException.class, () -> bench.comeUp(stop, Duration.ZERO));
            }
        }
    }
}
