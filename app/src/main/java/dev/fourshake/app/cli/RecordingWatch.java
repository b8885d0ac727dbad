package dev.fourshake.app.cli;

import dev.fourshake.app.capture.RecorderState;
import dev.fourshake.app.capture.RecorderState.Phase;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Says that a recording has failed, once and as soon as it has: who lets it run overnight must not learn in the morning
 * that the disk was full. To be run after each change, by any thread.
 */
final class RecordingWatch implements Runnable {

    private final Supplier<Optional<RecorderState>> recording;
    private final Consumer<String> say;
    private final AtomicBoolean told = new AtomicBoolean();

    RecordingWatch(Supplier<Optional<RecorderState>> recording, Consumer<String> say) {
        this.recording = recording;
        this.say = say;
    }

    @Override
    public void run() {
        if (hasFailed() && told.compareAndSet(false, true)) {
            sayProblem();
        }
    }

    boolean hasFailed() {
        return recording.get().filter(state -> state.phase() == Phase.FAILED).isPresent();
    }

    /** The recording is over: also says what it had to leave out. */
    void end() {
        if (told.compareAndSet(false, true)) {
            sayProblem();
        }
    }

    private void sayProblem() {
        recording.get().flatMap(RecorderState::problem).ifPresent(problem -> say.accept(problem.text()));
    }
}
