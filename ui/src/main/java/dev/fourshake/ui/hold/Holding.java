package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.HeldPacket;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.frame.Pulse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Hold, Step and Resume at the tap whose trace is shown. Each tap keeps what was set for it; one that is not shown any
 * more goes on as it was told. For the JavaFX thread.
 */
public final class Holding {

    private final ViewContext context;
    private final Runnable arm;
    private final Map<LiveTap, TapHold> holds = new HashMap<>();
    private final Trail trail;
    private final ReadOnlyBooleanWrapper canHold = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canStep = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canResume = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<HeldLine>> held = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<TapHold> shown = Optional.empty();
    private HoldSettings lastSettings = HoldSettings.DEFAULT;
    private List<HeldPacket> seenPackets = List.of();
    private List<Integer> seenRows = List.of();

    /** To be made before the views, so that it is up to date when they are brought so. */
    public Holding(ViewContext context, Pulse pulse) {
        this.context = context;
        arm = pulse::arm;
        trail = new Trail(context.selection());
        context.shown().sourceProperty().subscribe(this::show);
        pulse.on(Phase.UPDATE, this::update);
    }

    private void show(Optional<OpenTrace> source) {
        shown.ifPresent(before -> before.control().removeListener(arm));
        shown = source.filter(LiveTap.class::isInstance).map(LiveTap.class::cast).map(tap ->
                holds.computeIfAbsent(tap, _ -> new TapHold(tap.tap().holds(), lastSettings.scope(
                        new Scope.AllDevices()))));
        shown.ifPresent(now -> now.control().addListener(arm));
        trail.end();
        update();
    }

    private void update() {
        TraceSnapshot trace = trace();
        holds.keySet().retainAll(context.workspace().taps());
        shown.ifPresent(hold -> hold.arm(trace));
        trail.follow(trace);
        List<HeldPacket> packets = shown.map(hold -> hold.control().held()).orElse(List.of());
        if (!packets.equals(seenPackets) || trace.heldRows() != seenRows) {
            seenPackets = packets;
            seenRows = trace.heldRows();
            held.set(HeldLine.of(packets, trace));
        }
        canHold.set(shown.filter(hold -> isRunning() && !hold.settings().types().isEmpty()).isPresent());
        on.set(shown.filter(TapHold::isOn).isPresent());
        canStep.set(!packets.isEmpty());
        canResume.set(!packets.isEmpty() || shown.filter(TapHold::isStepping).isPresent());
    }

    private TraceSnapshot trace() {
        return context.shown().snapshot();
    }

    private boolean isRunning() {
        return context.shown().sourceProperty().get()
                .filter(source -> context.workspace().sources().contains(source)).isPresent();
    }

    // ------------------------------------------------------------------ what the user asks for

    void toggle() {
        shown.ifPresent(hold -> hold.turn(!hold.isOn(), trace()));
        update();
    }

    /**
     * What a step did.
     *
     * @param went   the packet that was let go
     * @param wanted the one that the step was about: the same, or one that stands behind it
     * @param before how many still stand before the wanted one
     */
    record Stepped(HeldLine went, HeldLine wanted, int before) {
    }

    /**
     * Lets the held packet go that is selected, else the oldest, and selects it. Where others stand before it in its
     * direction of its link the first of these goes, for the order is kept.
     */
    Optional<Stepped> step() {
        update();
        List<HeldLine> lines = held.get();
        Optional<HeldLine> wanted = selected().or(() -> lines.stream().findFirst());
        wanted.ifPresent(trail::begin);
        Optional<Stepped> stepped = wanted.map(line -> {
            List<HeldLine> before = lines.stream().takeWhile(each -> each != line).filter(line::isInLineWith).toList();
            return new Stepped(before.isEmpty() ? line : before.getFirst(), line, Math.max(0, before.size() - 1));
        });
        stepped.ifPresent(step -> shown.ifPresent(hold -> hold.step(step.went().packet())));
        update();
        return stepped;
    }

    /** Lets all go. A selection among them is carried along. */
    void resume() {
        selected().ifPresent(trail::begin);
        shown.ifPresent(TapHold::resume);
        update();
    }

    /** The held packet that is selected, else the first of the exchange that is. */
    private Optional<HeldLine> selected() {
        Selection selection = context.selection().get();
        if (selection == null) {
            return Optional.empty();
        }
        int row = selection.rowChosen().orElse(HeldLine.UNKNOWN);
        int exchange = exchange(selection, row);
        return held.get().stream().filter(line -> row >= 0 && line.row() == row).findFirst()
                .or(() -> held.get().stream().filter(line -> exchange >= 0 && line.exchange() == exchange).findFirst());
    }

    private int exchange(Selection selection, int row) {
        if (selection instanceof Selection.Exchange(int id)) {
            return id;
        }
        return row >= 0 && row < trace().rowCount() ? trace().exchangeId(row) : -1;
    }

    HoldSettings settings() {
        return shown.map(TapHold::settings).orElse(lastSettings);
    }

    void settings(HoldSettings others) {
        lastSettings = others;
        shown.ifPresent(hold -> hold.settings(others, trace()));
        update();
    }

    /** Whose packets could be held: those of all, of the client held so far, of the one that is selected. */
    List<Scope> scopes() {
        return Stream.concat(
                Stream.of(new Scope.AllDevices(), settings().scope()),
                Scope.of(context.selection().get(), trace()).stream()).distinct().toList();
    }

    String name(Scope scope) {
        return scope.name(trace());
    }

    // ------------------------------------------------------------------ how it stands

    /** A tap is shown and runs, and there are packets to hold. */
    ReadOnlyBooleanProperty canHoldProperty() {
        return canHold.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canStepProperty() {
        return canStep.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canResumeProperty() {
        return canResume.getReadOnlyProperty();
    }

    /** All packets that stand at the shown tap, in the order in which they came. */
    public ReadOnlyObjectProperty<List<HeldLine>> heldProperty() {
        return held.getReadOnlyProperty();
    }
}
