package dev.fourshake.ui.trace;

import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.frame.Pulse;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The source that the window shows and its trace, taken once a frame for all views, so that they agree. For the JavaFX
 * thread.
 */
public final class ShownTrace {

    private final Pulse pulse;
    private final ReadOnlyObjectWrapper<Optional<OpenTrace>> source = new ReadOnlyObjectWrapper<>(Optional.empty());
    private TraceSnapshot snapshot = TraceSnapshot.EMPTY;
    private Runnable unsubscribe = () -> { };

    /** To be made before the views, so that its reading goes first in each frame. */
    public ShownTrace(Pulse pulse) {
        this.pulse = pulse;
        pulse.on(Phase.READ, this::read);
    }

    /** What is shown; empty before anything was opened. */
    public ReadOnlyObjectProperty<Optional<OpenTrace>> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** The trace of this frame. The same object as long as nothing changed. */
    public TraceSnapshot snapshot() {
        return snapshot;
    }

    /** Shows another source; the views follow with the next frame, as they do when its trace changes. */
    public void show(OpenTrace next) {
        if (source.get().orElse(null) == next) {
            return;
        }
        unsubscribe.run();
        unsubscribe = next.onChange(pulse::arm);
        snapshot = next.snapshot();
        source.set(Optional.of(next));
        pulse.arm();
    }

    /** Shows nothing. */
    public void clear() {
        unsubscribe.run();
        unsubscribe = () -> { };
        snapshot = TraceSnapshot.EMPTY;
        source.set(Optional.empty());
        pulse.arm();
    }

    private void read() {
        source.get().ifPresent(shown -> snapshot = shown.snapshot());
    }
}
