package dev.fourshake.ui.hold;

import dev.fourshake.app.script.Script;
import dev.fourshake.app.tap.hold.HeldPacket;
import dev.fourshake.app.tap.hold.Patience;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.app.workspace.BreakpointPlan;
import dev.fourshake.app.workspace.HoldPlan;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.frame.Pulse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
    private final SetUps setUps;
    private final Trail trail;
    private final ReadOnlyBooleanWrapper canHold = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canStep = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canResume = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<HeldLine>> held = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<HoldPlan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final HeldTarget target;
    private Consumer<Message> onProblem = _ -> { };
    private Optional<LiveTap> shownTap = Optional.empty();
    private Optional<TapHold> shown = Optional.empty();
    private HoldSettings lastSettings = HoldSettings.DEFAULT;
    private List<HeldPacket> seenPackets = List.of();
    private List<Integer> seenRows = List.of();

    /** To be made before the views, so that it is up to date when they are brought so. */
    public Holding(ViewContext context, Pulse pulse) {
        this.context = context;
        arm = pulse::arm;
        setUps = new SetUps(holds, context.workspace().holdPlans(), problem -> onProblem.accept(problem));
        trail = new Trail(context.selection());
        target = new HeldTarget(context, held.getReadOnlyProperty());
        context.shown().sourceProperty().subscribe(this::show);
        pulse.on(Phase.UPDATE, this::update);
    }

    /** Tells {@code listener}, on the JavaFX thread, why what was set could not be saved. */
    void onProblem(Consumer<Message> listener) {
        onProblem = listener;
    }

    private void show(Optional<OpenTrace> source) {
        shown.ifPresent(before -> before.control().removeListener(arm));
        shownTap = source.filter(LiveTap.class::isInstance).map(LiveTap.class::cast);
        shown = shownTap.map(tap -> holds.computeIfAbsent(tap, _ -> new TapHold(tap.tap().holds(), planOf(tap))));
        shown.ifPresent(now -> now.control().addListener(arm));
        trail.end();
        update();
    }

    /** As it was set for the tap the last time; for a new one, Hold stops where it stopped last. */
    private HoldPlan planOf(LiveTap tap) {
        return context.workspace().holdPlans().of(tap.title()).orElseGet(() -> new HoldPlan(List.of(), false,
                lastSettings.types(), lastSettings.directions(), Optional.empty()));
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
        Optional<HoldPlan> next = shown.map(TapHold::plan);
        // By identity: the tap counts by the very breakpoints of the plan.
        if (next.orElse(null) != plan.get().orElse(null)) {
            plan.set(next);
        }
        target.update();
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
        Optional<HeldLine> wanted = target.selected().or(() -> lines.stream().findFirst());
        wanted.ifPresent(trail::begin);
        Optional<Stepped> stepped = wanted.map(line -> {
            List<HeldLine> before = lines.stream().takeWhile(each -> each != line).filter(line::isInLineWith).toList();
            return new Stepped(before.isEmpty() ? line : before.getFirst(), line, Math.max(0, before.size() - 1));
        });
        stepped.ifPresent(step -> shown.ifPresent(hold -> hold.step(step.went().packet())));
        update();
        return stepped;
    }

    /** Does something with the packet that is meant, which then stands no longer. Answers the packet. */
    Optional<HeldLine> react(Reaction reaction) {
        update();
        Optional<HeldLine> line = target.get();
        line.ifPresent(meant -> react(meant, reaction));
        return line;
    }

    /** Does something with a packet. @return false where it does not stand any more */
    boolean react(HeldLine line, Reaction reaction) {
        return leave(line, hold -> hold.react(line.packet(), reaction));
    }

    /** Lets the packet go that is meant, and holds the next one of its exchange. Answers the packet. */
    Optional<HeldLine> stepExchange() {
        update();
        Optional<HeldLine> line = target.get();
        line.ifPresent(meant -> leave(meant, hold -> hold.stepExchange(meant.packet())));
        return line;
    }

    private boolean leave(HeldLine line, Consumer<TapHold> how) {
        boolean stands = shown.filter(hold -> hold.control().held().stream()
                .anyMatch(packet -> packet.holdId() == line.packet().holdId())).isPresent();
        if (stands) {
            trail.begin(line);
            shown.ifPresent(how);
            update();
        }
        return stands;
    }

    /** Lets all go. A selection among them is carried along. */
    void resume() {
        target.selected().ifPresent(trail::begin);
        shown.ifPresent(TapHold::resume);
        update();
    }

    HoldSettings settings() {
        return shown.map(TapHold::settings).orElse(lastSettings);
    }

    void settings(HoldSettings others) {
        lastSettings = others;
        shown.ifPresent(hold -> hold.settings(others, trace()));
        shownTap.ifPresent(setUps::remember);
        update();
    }

    /** Sets up something else at the shown tap, which remembers it over the program's starts. */
    public void plan(UnaryOperator<HoldPlan> change) {
        planner().accept(change);
    }

    /** As {@link #plan}, at the tap that is shown now, whichever is shown when something is to be set up. */
    public Consumer<UnaryOperator<HoldPlan>> planner() {
        Optional<LiveTap> tap = shownTap;
        return change -> tap.ifPresent(there -> {
            setUps.change(there, change);
            update();
        });
    }

    /**
     * Makes the shown tap do what a script says, and nothing else of its kind.
     *
     * @return brings back what was set up at that tap before, whichever is shown then
     */
    Runnable load(Script script) {
        Optional<Runnable> undo = shownTap.map(tap -> setUps.load(tap, script));
        update();
        return () -> {
            undo.ifPresent(Runnable::run);
            update();
        };
    }

    /**
     * Says to each tap that the window is there for what it holds. Where one has let go because the window was not,
     * nothing is held there any more until the user wants it again.
     *
     * @return false where that has happened
     */
    boolean renew() {
        // Each of them is to be told, whatever another answers.
        List<LiveTap> abandoned = holds.entrySet().stream()
                .filter(each -> !each.getValue().renew(each.getKey().snapshot())).map(Map.Entry::getKey).toList();
        abandoned.forEach(setUps::remember);
        if (!abandoned.isEmpty()) {
            update();
        }
        return abandoned.isEmpty();
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

    /** How many packets have met a breakpoint of the shown tap since it was set. */
    public int hits(BreakpointPlan breakpoint) {
        return shown.map(hold -> hold.hits(breakpoint)).orElse(0);
    }

    /** How long both sides of a link of the shown tap still bear what is kept from them. */
    public Patience patience(int link) {
        return shown.map(hold -> hold.control().patience(link)).orElse(Patience.UNKNOWN);
    }

    /** What is set up at the shown tap; empty where none is shown. */
    public ReadOnlyObjectProperty<Optional<HoldPlan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** The held packet that {@link #react} is about. */
    public ReadOnlyObjectProperty<Optional<HeldLine>> targetProperty() {
        return target.property();
    }

    /** The same, with what is known of it. */
    HeldTarget target() {
        return target;
    }
}
