package dev.fourshake.ui.line;

import dev.fourshake.app.tap.line.Occasion;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Asks when something befalls a line: a choice, and the number that belongs to it. */
final class OccasionField extends HBox {

    private static final Texts TEXTS = Texts.of(OccasionField.class);
    private static final int NUMBER_WIDTH = 64;

    private enum Kind { NEVER, NEXT, EVERY, RANDOM }

    private final String name;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final TextField number = new TextField();
    private final Label unit = new Label();

    /** @param name what the form calls it */
    OccasionField(String id, String name) {
        this.name = name;
        getStyleClass().add("fs-occasion");
        kind.setId(id);
        kind.setAccessibleText(name);
        number.setId(id + "-number");
        number.setAccessibleText(name);
        number.setMinWidth(NUMBER_WIDTH);
        number.setPrefWidth(NUMBER_WIDTH);
        kind.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(kind, Priority.ALWAYS);
        unit.setMinWidth(USE_PREF_SIZE);
        Choices.fill(kind, List.of(Kind.values()), Kind.NEVER, each -> TEXTS.get("occasion." + each.name()));
        kind.valueProperty().subscribe(each -> {
            boolean counts = each == Kind.EVERY || each == Kind.RANDOM;
            number.setVisible(counts);
            number.setManaged(counts);
            unit.setVisible(counts);
            unit.setManaged(counts);
            unit.setText(counts ? TEXTS.get("occasion.unit." + each.name()) : "");
        });
        getChildren().addAll(kind, number, unit);
    }

    void follow(OccasionField other, ObservableValue<Boolean> same) {
        same.subscribe(now -> {
            kind.valueProperty().unbind();
            number.textProperty().unbind();
            if (now) {
                kind.valueProperty().bind(other.kind.valueProperty());
                number.textProperty().bind(other.number.textProperty());
            }
        });
    }

    void set(Occasion occasion) {
        switch (occasion) {
            case Occasion.Never _ -> kind.setValue(Kind.NEVER);
            case Occasion.Every(int packets) when packets == 1 -> kind.setValue(Kind.NEXT);
            case Occasion.Every(int packets) -> {
                kind.setValue(Kind.EVERY);
                number.setText(Integer.toString(packets));
            }
            case Occasion.AtRandom(double chance) -> {
                kind.setValue(Kind.RANDOM);
                number.setText(LineWords.percent(chance));
            }
        }
    }

    Occasion get() throws FormMistake {
        return switch (kind.getValue()) {
            case NEVER -> new Occasion.Never();
            case NEXT -> new Occasion.Every(1);
            case EVERY -> parse("every " + number.getText().strip(), "mistake.count");
            case RANDOM -> parse(number.getText().strip().replace(',', '.') + "%", "mistake.percent");
        };
    }

    private Occasion parse(String text, String mistake) throws FormMistake {
        try {
            return Occasion.parse(text);
        } catch (IllegalArgumentException _) {
            throw new FormMistake(TEXTS.get(mistake, name), number);
        }
    }
}
