package dev.fourshake.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureRecorder;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.tls.TrustGrant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window asks of a tap while it ends, and what it asks at the same time. */
class LiveTapTest {

    /** Nobody connects, so no broker is needed. */
    private static final TapPlan PLAN = new TapPlan(TapOptions.to(HostPort.loopback(1)), false);

    @TempDir
    Path directory;

    private Workspace workspace;
    private LiveTap tap;

    @BeforeEach
    void start() throws Exception {
        workspace = new Workspace(new UserData(directory));
        tap = workspace.startTap(PLAN);
    }

    @AfterEach
    void end() {
        workspace.close();
    }

    @Test
    void aClosedTapIsNotRecordedAnyMore() throws Exception {
        workspace.end(tap);
        Path file = directory.resolve("late.fourshake");
        tap.startRecording(file, "1", CaptureRecorder.Start.NOW);
        assertFalse(tap.isRecording());
        assertFalse(Files.exists(file));
    }

    /** The window asks often, and a slow disk may take seconds to make a file. */
    @Test
    void whoAsksWhetherItIsRecordedDoesNotWaitForARecordingThatBegins() throws Exception {
        synchronized (tap) {
            assertFalse(CompletableFuture.supplyAsync(tap::isRecording).get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aDeviceThatComesTooLateEndsAtOnce() {
        workspace.end(tap);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        tap.belongs(() -> ended.complete(null));
        assertTrue(ended.isDone());
    }

    @Test
    void noExceptionIsForgottenWhereSeveralAreGrantedAtTheSameTime() {
        workspace.plans().save(PLAN);
        List<TrustGrant> grants = IntStream.range(1, 200)
                .mapToObj(host -> new TrustGrant("10.0.0." + host, TrustGrant.ANY)).toList();
        grants.parallelStream().forEach(grant -> workspace.grant(tap, grant));
        assertEquals(new HashSet<>(grants), new HashSet<>(workspace.plans().all().getFirst().options().grants()));
    }
}
