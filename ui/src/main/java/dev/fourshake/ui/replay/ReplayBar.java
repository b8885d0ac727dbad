package dev.fourshake.ui.replay;

import dev.fourshake.app.replay.ReplayState;
import dev.fourshake.app.workspace.CaptureReplay;
import dev.fourshake.ui.trace.Times;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Commands;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons, speed and a slider for the replay that is shown; takes no room where none is. For the JavaFX thread. */
public final class ReplayBar extends VBox {

    private static final Texts TEXTS = Texts.of(ReplayBar.class);

    private final ViewContext context;
    private final ButtonBase play;
    private final ComboBox<ReplaySpeed> speed = new ComboBox<>();
    private final Slider slider = new Slider();
    private final Label time = new Label();
    private final Tooltip timeHint = new Tooltip();
    private final Label place = new Label();
    private boolean updating = true;

    public ReplayBar(Commands commands, ViewContext context) {
        this.context = context;
        getStyleClass().add("fs-replay");
        play = CommandControls.button(commands, ReplayCommands.PLAY);
        HBox buttons = new HBox(CommandControls.button(commands, ReplayCommands.TO_START),
                CommandControls.button(commands, ReplayCommands.STEP_BACK), play,
                CommandControls.button(commands, ReplayCommands.STEP_FORWARD), gap(), speed,
                CommandControls.button(commands, ReplayCommands.SKIP_GAPS));
        buttons.setAlignment(Pos.CENTER_LEFT);
        time.setTooltip(timeHint);
        place.setTooltip(new Tooltip(TEXTS.get("place.hint")));
        HBox labels = new HBox(time, gap(), place);
        getChildren().addAll(buttons, slider, labels);
        Choices.fill(speed, List.of(ReplaySpeed.values()), ReplaySpeed.NORMAL, ReplaySpeed::label);
        speed.setAccessibleText(TEXTS.get("menu.speed"));
        speed.setTooltip(new Tooltip(TEXTS.get("menu.speed")));
        speed.valueProperty().subscribe(chosen -> steer(replay -> replay.replay().speed(chosen.factor())));
        slider.setAccessibleText(TEXTS.get("slider"));
        slider.valueProperty().subscribe(value -> steer(replay ->
                replay.replay().seek(Math.round(value.doubleValue()))));
        updating = false;
        update();
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** What the user did, not what {@link #update} shows. */
    private void steer(Consumer<CaptureReplay> action) {
        if (!updating) {
            ReplayCommands.shownReplay(context).ifPresent(action);
        }
    }

    /** Takes up how the replay stands now. To be called once a frame. */
    public void update() {
        Optional<CaptureReplay> replay = ReplayCommands.shownReplay(context);
        setVisible(replay.isPresent());
        setManaged(replay.isPresent());
        replay.ifPresent(shown -> show(shown.replay().state()));
    }

    private void show(ReplayState state) {
        updating = true;
        try {
            ((FontIcon) play.getGraphic()).setIconCode(state.playing() ? Feather.PAUSE : Feather.PLAY);
            speed.setValue(ReplaySpeed.of(state.speed()));
            slider.setMax(state.total());
            slider.setMajorTickUnit(Math.max(1, state.total()));
            slider.setBlockIncrement(Math.max(1, state.total() / 100.0));
            if (!slider.isValueChanging()) {
                // While it is on its way the slider stays where the user has put it.
                slider.setValue(state.seekingTo().orElse(state.position()));
            }
            String passed = seconds(state.timeNanos() - state.earliest());
            time.setText(TEXTS.get("time", passed));
            timeHint.setText(TEXTS.get("time.hint", passed, seconds(state.latest() - state.earliest()),
                    Times.dateAndTime(state.timeNanos())));
            place.setText(TEXTS.get("place", state.position(), state.total()));
        } finally {
            updating = false;
        }
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    }
}
