package dev.fourshake.ui.view.drill;

import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Command;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The last drills of this start of the program: one that is begun loses no report of another. */
final class DrillHistory {

    private static final Texts TEXTS = Texts.of(DrillHistory.class);
    private static final int MOST = 10;

    /** The newest one first. */
    private final List<DrillRun> runs = new ArrayList<>();
    private final MenuButton button = new MenuButton();
    private final Consumer<DrillRun> choose;
    private Optional<DrillRun> shown = Optional.empty();

    /**
     * @param choose shows one of them
     * @param key    said by the button's tooltip
     */
    DrillHistory(Consumer<DrillRun> choose, Command key) {
        this.choose = choose;
        button.setId("drill-history");
        button.setGraphic(new FontIcon(Feather.CLOCK));
        button.setAccessibleText(TEXTS.get("history"));
        button.setTooltip(new Tooltip(TEXTS.get("history") + " (" + key.keyText() + ")"));
        button.getStyleClass().addAll("command-button", "hold-choice");
        button.setDisable(true);
    }

    Node button() {
        return button;
    }

    ObservableValue<Boolean> canOpen() {
        return button.disabledProperty().not();
    }

    /** Opens the list, to go on in it with the arrow keys. */
    void open() {
        button.requestFocus();
        button.show();
    }

    /** The one that is shown; empty before the first. */
    Optional<DrillRun> shown() {
        return shown;
    }

    /** Another one has begun, and is shown from now on. */
    void add(DrillRun run) {
        runs.addFirst(run);
        if (runs.size() > MOST) {
            runs.removeLast();
        }
        shown = Optional.of(run);
    }

    /** Whether a report would be lost if the program ended now. */
    boolean isUnsaved() {
        return runs.stream().anyMatch(run -> !run.isSaved() && !run.cases().isEmpty());
    }

    /** Brings the list up to date. */
    void update() {
        boolean running = shown.filter(run -> !run.isOver()).isPresent();
        button.setDisable(runs.isEmpty() || running);
        if (!running && !button.isShowing()) {
            button.getItems().setAll(runs.stream().map(this::item).toList());
        }
    }

    private RadioMenuItem item(DrillRun run) {
        RadioMenuItem item = new RadioMenuItem(TEXTS.get("history.item", DateTimeFormatter
                .ofLocalizedTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault()).format(run.report().begun()),
                run.report().device(), DrillBar.text(run)));
        item.setMnemonicParsing(false);
        item.setSelected(shown.filter(run::equals).isPresent());
        item.setOnAction(_ -> {
            shown = Optional.of(run);
            choose.accept(run);
        });
        return item;
    }
}
