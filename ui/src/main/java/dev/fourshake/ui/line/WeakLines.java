package dev.fourshake.ui.line;

import dev.fourshake.app.tap.line.LineControl;
import dev.fourshake.app.tap.line.LineRule;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.model.session.Session;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.frame.Pulse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The lines of the tap whose trace is shown. Whether they are weak is the tap's to say; here is remembered how they
 * were when they are not, so that they can be switched off and on. For the JavaFX thread.
 */
public final class WeakLines {

    private final ViewContext context;
    private final Runnable arm;
    private final Map<LiveTap, LineSettings> remembered = new HashMap<>();
    private final ReadOnlyBooleanWrapper canChange = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<LineRule>> rules = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<LiveTap> shown = Optional.empty();

    /** To be made before the views, so that it is up to date when they are brought so. */
    public WeakLines(ViewContext context, Pulse pulse) {
        this.context = context;
        arm = pulse::arm;
        context.shown().sourceProperty().subscribe(this::show);
        pulse.on(Phase.UPDATE, this::update);
    }

    private void show(Optional<OpenTrace> source) {
        shown.map(WeakLines::control).ifPresent(control -> control.removeListener(arm));
        shown = source.filter(LiveTap.class::isInstance).map(LiveTap.class::cast);
        shown.map(WeakLines::control).ifPresent(control -> control.addListener(arm));
        update();
    }

    private void update() {
        remembered.keySet().retainAll(context.workspace().taps());
        boolean runs = shown.filter(context.workspace().taps()::contains).isPresent();
        canChange.set(runs);
        on.set(runs && control(shown.orElseThrow()).isWeak());
        rules.set(on.get() ? control(shown.orElseThrow()).rules() : List.of());
    }

    private static LineControl control(LiveTap tap) {
        return tap.tap().lines();
    }

    /** As they are, or as they would be if they were switched on. */
    LineSettings settings() {
        return on.get() ? LineSettings.of(rules.get())
                : shown.map(tap -> remembered.getOrDefault(tap, LineSettings.DEFAULT)).orElse(LineSettings.DEFAULT);
    }

    /** Clients whose lines could be meant. */
    List<String> clients() {
        return context.shown().snapshot().sessions().stream().map(Session::clientId).filter(id -> !id.isEmpty())
                .distinct().toList();
    }

    /** From now on, while the lines run. */
    void apply(LineSettings settings) {
        shown.ifPresent(tap -> {
            remembered.put(tap, settings);
            control(tap).rules(settings.isPerfect() ? List.of() : settings.rules());
        });
        update();
    }

    void off() {
        shown.ifPresent(tap -> {
            remembered.put(tap, settings());
            control(tap).rules(List.of());
        });
        update();
    }

    void toggle() {
        if (on.get()) {
            off();
        } else {
            apply(settings());
        }
    }

    /** A tap is shown and runs. */
    ReadOnlyBooleanProperty canChangeProperty() {
        return canChange.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** By which the lines of the shown tap go; none while they are perfect. */
    ReadOnlyObjectProperty<List<LineRule>> rulesProperty() {
        return rules.getReadOnlyProperty();
    }
}
