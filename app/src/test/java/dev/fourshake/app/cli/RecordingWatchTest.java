package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.RecorderState;
import dev.fourshake.app.capture.RecorderState.Phase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingWatchTest {

    private static final Path FILE = Path.of("night.fourshake");

    private final List<String> said = new ArrayList<>();
    private Optional<RecorderState> state = Optional.empty();
    private final RecordingWatch watch = new RecordingWatch(() -> state, said::add);

    @Test
    void aFailureIsSaidAtOnceAndOnlyOnce() {
        watch.run();
        is(Phase.RECORDING, false);
        watch.run();
        assertEquals(List.of(), said);
        is(Phase.FAILED, true);
        watch.run();
        watch.run();
        assertEquals(1, said.size());
        assertTrue(said.getFirst().contains(FILE.toString()), said.getFirst());
        watch.end();
        assertEquals(1, said.size());
        assertTrue(watch.hasFailed());
    }

    @Test
    void whatWasLeftOutIsSaidAtTheEnd() {
        is(Phase.RECORDING, true);
        watch.run();
        assertEquals(List.of(), said);
        is(Phase.STOPPED, true);
        watch.end();
        assertEquals(1, said.size());
        assertFalse(watch.hasFailed());
    }

    private void is(Phase phase, boolean hasProblem) {
        state = Optional.of(new RecorderState(FILE, phase, 10, 0, 0, hasProblem
                ? Optional.of(CaptureException.of(CaptureException.Kind.EMPTY, FILE, null).problem())
                : Optional.empty()));
    }
}
