package dev.fourshake.ui.line;

import dev.fourshake.app.tap.line.LineQuality;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.workbench.Texts;
import java.time.Duration;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The fields for one direction of a line, one below the other in a column of a form. */
final class QualityColumn {

    private static final Texts TEXTS = Texts.of(QualityColumn.class);

    private final TextField latency = new TextField();
    private final TextField jitter = new TextField();
    private final TextField rate = new TextField();
    private final OccasionField cut;
    private final OccasionField blackHole;
    private final OccasionField halfOpen;

    /** @param id of the direction, before those of the fields */
    QualityColumn(String id, GridPane grid, int column, int firstRow, ObservableValue<Boolean> disabled) {
        latency.setId(id + "-latency");
        jitter.setId(id + "-jitter");
        rate.setId(id + "-rate");
        rate.setPromptText(TEXTS.get("form.rate.prompt"));
        cut = new OccasionField(id + "-cut", TEXTS.get("form.cut"));
        blackHole = new OccasionField(id + "-blackHole", TEXTS.get("form.blackHole"));
        halfOpen = new OccasionField(id + "-halfOpen", TEXTS.get("form.halfOpen"));
        List<Node> rows = List.of(withUnit(latency, "form.latency"), withUnit(jitter, "form.jitter"), rate, cut,
                blackHole, halfOpen);
        rate.setAccessibleText(TEXTS.get("form.rate"));
        Tooltip.install(halfOpen, new Tooltip(TEXTS.get("form.halfOpen.hint." + id)));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).disableProperty().bind(disabled);
            grid.add(rows.get(i), column, firstRow + i);
        }
    }

    private static HBox withUnit(TextField field, String label) {
        field.setAccessibleText(TEXTS.get(label));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(field, new Label(TEXTS.get("form.millis")));
        row.getStyleClass().add("fs-occasion");
        return row;
    }

    /** Shows what another column shows while {@code same} is true. */
    void follow(QualityColumn other, ObservableValue<Boolean> same) {
        List<TextField> own = List.of(latency, jitter, rate);
        List<TextField> others = List.of(other.latency, other.jitter, other.rate);
        same.subscribe(now -> {
            for (int i = 0; i < own.size(); i++) {
                own.get(i).textProperty().unbind();
                if (now) {
                    own.get(i).textProperty().bind(others.get(i).textProperty());
                }
            }
        });
        cut.follow(other.cut, same);
        blackHole.follow(other.blackHole, same);
        halfOpen.follow(other.halfOpen, same);
    }

    /** Not while it follows another one. */
    void set(LineQuality quality) {
        latency.setText(Long.toString(quality.latency().toMillis()));
        jitter.setText(Long.toString(quality.jitter().toMillis()));
        rate.setText(quality.bitsPerSecond() == 0 ? "" : LineWords.rate(quality.bitsPerSecond()));
        cut.set(quality.cut());
        blackHole.set(quality.blackHole());
        halfOpen.set(quality.halfOpen());
    }

    LineQuality get(long seed) throws FormMistake {
        return new LineQuality(millis(latency, "form.latency"), millis(jitter, "form.jitter"), rate(), cut.get(),
                blackHole.get(), halfOpen.get(), seed);
    }

    void focus() {
        latency.requestFocus();
    }

    private static Duration millis(TextField field, String label) throws FormMistake {
        return Duration.ofMillis(field.getText().isBlank() ? 0
                : FormMistake.number(TEXTS.get(label), field, 0, LineQuality.LONGEST.toMillis()));
    }

    private long rate() throws FormMistake {
        if (rate.getText().isBlank()) {
            return 0;
        }
        try {
            long bitsPerSecond = LineQuality.rate(rate.getText().strip());
            if (bitsPerSecond <= LineQuality.FASTEST) {
                return bitsPerSecond;
            }
        } catch (IllegalArgumentException _) {
            // Said below, as for a rate that no line has.
        }
        throw new FormMistake(TEXTS.get("mistake.rate", rate.getText()), rate);
    }
}
