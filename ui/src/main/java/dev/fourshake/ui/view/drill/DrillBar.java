package dev.fourshake.ui.view.drill;

import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.drill.result.Result;
import dev.fourshake.ui.view.drill.ReportFiles.Format;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Command;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Starts and stops a drill, and says how far it is, what it asks for, and how it ended. */
final class DrillBar {

    private static final Texts TEXTS = Texts.of(DrillBar.class);
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("fs-bad");
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("fs-good");

    private final Button start = new Button(TEXTS.get("start"), new FontIcon(Feather.PLAY));
    private final Button stop = new Button(TEXTS.get("stop"), new FontIcon(Feather.SQUARE));
    private final ProgressBar progress = new ProgressBar(0);
    private final Label state = new Label();
    private final Label asks = new Label();
    private final MenuButton save = new MenuButton();
    private final VBox node;
    private boolean isStopping;

    /** @param keys said by the tooltips of start, stop and save, in this order */
    DrillBar(Runnable onStart, Runnable onStop, Consumer<Format> onSave, List<Command> keys) {
        start.setTooltip(tip(keys.get(0)));
        stop.setTooltip(tip(keys.get(1)));
        start.setId("drill-start");
        start.getStyleClass().add("accent");
        start.setMinWidth(Button.USE_PREF_SIZE);
        start.setOnAction(_ -> onStart.run());
        stop.setId("drill-stop");
        stop.setMinWidth(Button.USE_PREF_SIZE);
        stop.setOnAction(_ -> {
            isStopping = true;
            stop.setDisable(true);
            onStop.run();
        });
        progress.setPrefWidth(140);
        progress.setMinWidth(60);
        state.setId("drill-state");
        state.getStyleClass().add("fs-drill-state");
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        asks.setId("drill-asks");
        asks.setWrapText(true);
        asks.getStyleClass().add("fs-drill-asks");
        asks.setMaxWidth(Double.MAX_VALUE);
        save.setId("drill-save");
        save.setGraphic(new FontIcon(Feather.SAVE));
        save.setAccessibleText(TEXTS.get("save"));
        save.setTooltip(new Tooltip(TEXTS.get("save") + " (" + keys.get(2).keyText() + ")"));
        save.getStyleClass().addAll("command-button", "hold-choice");
        for (Format format : Format.values()) {
            MenuItem item = new MenuItem(TEXTS.get("save.as", format.title()));
            item.setId("drill-save-" + format.name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> onSave.accept(format));
            save.getItems().add(item);
        }
        HBox line = new HBox(8, start, stop, progress, state);
        line.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(4, line, asks);
        node.getStyleClass().add("fs-drill-bar");
    }

    private static Tooltip tip(Command command) {
        return new Tooltip(command.label() + " (" + command.keyText() + ")");
    }

    Node node() {
        return node;
    }

    ObservableValue<Boolean> canStart() {
        return start.disabledProperty().not();
    }

    ObservableValue<Boolean> canStop() {
        return stop.disabledProperty().not();
    }

    ObservableValue<Boolean> canSave() {
        return save.disabledProperty().not();
    }

    void stop() {
        stop.fire();
    }

    /** Opens the menu of the formats. */
    void chooseFormat() {
        save.requestFocus();
        save.show();
    }

    Node saveButton() {
        return save;
    }

    /** Shows how it stands. */
    void show(Optional<DrillRun> run) {
        boolean running = run.filter(each -> !each.isOver()).isPresent();
        start.setDisable(running);
        // Once it was pressed it stays so until the drill has ended.
        isStopping &= running;
        stop.setDisable(!running || isStopping);
        save.setDisable(run.filter(each -> !each.cases().isEmpty()).isEmpty());
        String asked = run.flatMap(DrillRun::asked).map(message -> message.text()).orElse("");
        asks.setText(asked);
        asks.setVisible(!asked.isEmpty());
        asks.setManaged(!asked.isEmpty());
        progress.setVisible(running);
        progress.setManaged(running);
        progress.setProgress(run.map(each -> (double) each.cases().size() / each.planned()).orElse(0.0));
        state.setText(run.map(DrillBar::text).orElse(TEXTS.get("state.idle")));
        Optional<DrillReport> over = run.filter(DrillRun::isOver).map(DrillRun::report);
        state.pseudoClassStateChanged(GOOD, over.filter(report -> report.isGood() && !report.isStopped()).isPresent());
        state.pseudoClassStateChanged(BAD,
                over.filter(report -> report.outcome() == DrillReport.Outcome.BROKEN).isPresent());
    }

    static String text(DrillRun run) {
        if (!run.isOver()) {
            return run.now().map(point -> TEXTS.get("state.running", run.cases().size() + 1, run.planned(),
                    point.title().text())).orElse(TEXTS.get("state.starting"));
        }
        DrillReport report = run.report();
        long bad = report.cases().stream().filter(each -> !each.isGood()).count();
        int all = report.cases().size();
        long open = report.results().get(Result.INCONCLUSIVE);
        String judged = switch (report.outcome()) {
            case BROKEN -> TEXTS.get("state.bad", bad, all);
            case NOTHING_PROVED -> TEXTS.get("state.nothing", all);
            case KEPT -> open > 0 ? TEXTS.get("state.open", all, open) : TEXTS.get("state.good", all);
        };
        return report.isStopped() ? TEXTS.get("state.stopped", all, report.planned(), judged) : judged;
    }
}
