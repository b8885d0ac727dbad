package dev.fourshake.ui.replay;

import dev.fourshake.app.replay.Replay;
import dev.fourshake.app.replay.ReplayState;
import dev.fourshake.app.workspace.CaptureReplay;
import dev.fourshake.app.workspace.CaptureTrace;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.model.text.Message;
import dev.fourshake.ui.capture.CaptureOpening;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Commands;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu.Title;
import dev.fourshake.ui.workbench.frame.Phase;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Menu;
import org.kordamp.ikonli.feather.Feather;

/** Steers the replay that is shown; <em>Play</em> on an opened capture begins its replay. */
public final class ReplayCommands {

    private static final Texts TEXTS = Texts.of(ReplayCommands.class);

    /** Lists keep Ctrl+Space for themselves. */
    static final Command PLAY = command("play").icon(Feather.PLAY).key("Shortcut+P", "Shortcut+Space")
            .check();
    static final Command STEP_FORWARD = command("stepForward").icon(Feather.CHEVRON_RIGHT).key("Shortcut+Period");
    static final Command STEP_BACK = command("stepBack").icon(Feather.CHEVRON_LEFT).key("Shortcut+Comma");
    static final Command TO_START = command("toStart").icon(Feather.SKIP_BACK).key("Shortcut+Shift+Comma");
    static final Command SKIP_GAPS = command("skipGaps").icon(Feather.FAST_FORWARD).check();

    private final Workbench workbench;
    private final ViewContext context;
    private final CaptureOpening opening;
    private final BooleanProperty canPlay = new SimpleBooleanProperty();
    private final BooleanProperty isReplay = new SimpleBooleanProperty();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final BooleanProperty skipping = new SimpleBooleanProperty();
    private final ObjectProperty<ReplaySpeed> speed = new SimpleObjectProperty<>();
    private Optional<Message> problem = Optional.empty();

    /** Puts the commands into the Run menu. */
    public ReplayCommands(Workbench workbench, ViewContext context) {
        this.workbench = workbench;
        this.context = context;
        opening = new CaptureOpening(workbench, context);
        Commands commands = workbench.commands();
        commands.handle(PLAY, Handler.toggle(this::playOrPause, playing, canPlay));
        commands.handle(STEP_FORWARD, steering(Replay::stepForward));
        commands.handle(STEP_BACK, steering(Replay::stepBack));
        commands.handle(TO_START, steering(replay -> {
            replay.pause();
            replay.seek(0);
        }));
        commands.handle(SKIP_GAPS, Handler.toggle(() -> steer(replay -> replay.skipGaps(!skipping.get())),
                skipping, isReplay));
        Menu speeds = new Menu(TEXTS.get("menu.speed"));
        for (ReplaySpeed each : ReplaySpeed.values()) {
            commands.handle(each.command(), Handler.toggle(() -> steer(replay -> replay.speed(each.factor())),
                    speed.map(each::equals), isReplay));
            speeds.getItems().add(CommandControls.menuItem(commands, each.command()));
        }
        for (Command command : new Command[] {PLAY, STEP_FORWARD, STEP_BACK, TO_START, SKIP_GAPS}) {
            workbench.menu().add(Title.RUN, "replay", command);
        }
        workbench.menu().add(Title.RUN, "replay", speeds);
        workbench.pulse().on(Phase.UPDATE, this::update);
    }

    private static Command command(String name) {
        return Command.of("replay." + name, TEXTS.get("command." + name)).hint(TEXTS.get("command." + name + ".hint"));
    }

    private Handler steering(Consumer<Replay> action) {
        return Handler.of(() -> steer(action), isReplay);
    }

    private void steer(Consumer<Replay> action) {
        shownReplay(context).map(CaptureReplay::replay).ifPresent(action);
    }

    /** The replay that is shown. */
    static Optional<CaptureReplay> shownReplay(ViewContext context) {
        return context.shown().sourceProperty().get().filter(CaptureReplay.class::isInstance)
                .map(CaptureReplay.class::cast);
    }

    private void playOrPause() {
        OpenTrace shown = context.shown().sourceProperty().get().orElse(null);
        if (shown instanceof CaptureTrace capture) {
            opening.replay(capture.file());
        } else {
            steer(playing.get() ? Replay::pause : Replay::play);
        }
    }

    private void update() {
        Optional<ReplayState> state = shownReplay(context).map(shown -> shown.replay().state());
        isReplay.set(state.isPresent());
        canPlay.set(state.isPresent()
                || context.shown().sourceProperty().get().filter(CaptureTrace.class::isInstance).isPresent());
        playing.set(state.filter(ReplayState::playing).isPresent());
        skipping.set(state.filter(ReplayState::skipGaps).isPresent());
        speed.set(state.map(now -> ReplaySpeed.of(now.speed())).orElse(null));
        tell(state.flatMap(ReplayState::problem));
    }

    /** Says once what could not be read. */
    private void tell(Optional<Message> now) {
        if (!now.equals(problem)) {
            problem = now;
            now.ifPresent(sentence -> workbench.messages().show(
                    dev.fourshake.ui.workbench.message.Message.warning(sentence.text())));
        }
    }
}
