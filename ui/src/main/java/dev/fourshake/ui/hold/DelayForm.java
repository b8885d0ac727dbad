package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.ui.view.FormDialog;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.view.Forms;
import dev.fourshake.ui.workbench.Texts;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks by how long a packet is delayed. */
final class DelayForm {

    private static final Texts TEXTS = Texts.of(DelayForm.class);
    private static final double MOST_SECONDS = 24 * 3600;

    private final TextField seconds = new TextField("5");
    private final Label mistake = new Label();

    Optional<Reaction> ask(Window owner) {
        seconds.setId("delay-seconds");
        seconds.setPrefColumnCount(8);
        Label label = new Label(TEXTS.get("delay.by"));
        label.setLabelFor(seconds);
        Label why = new Label(TEXTS.get("delay.order"));
        why.setWrapText(true);
        Forms.sayMistakesIn(mistake);
        HBox line = new HBox(8, label, seconds, new Label(TEXTS.get("delay.unit")));
        line.setAlignment(Pos.CENTER_LEFT);
        VBox form = new VBox(8, line, why, mistake);
        form.setPrefWidth(520);
        form.getStyleClass().add("fs-form");
        return FormDialog.ask(owner, TEXTS.get("delay.title"), form, TEXTS.get("delay.ok"),
                () -> new Reaction.Delay(duration(TEXTS.get("delay.by"), seconds)), mistake::setText, () -> {
                    seconds.requestFocus();
                    seconds.selectAll();
                });
    }

    /**
     * The seconds that were typed into {@code field}, with a decimal point or comma.
     *
     * @param name what the form calls it
     */
    static Duration duration(String name, TextField field) throws FormMistake {
        try {
            double value = Double.parseDouble(field.getText().strip().replace(',', '.'));
            if (value >= 0.001 && value <= MOST_SECONDS) {
                return Duration.ofMillis(Math.round(value * 1e3));
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number that is out of range.
        }
        throw new FormMistake(TEXTS.get("delay.mistake", name), field);
    }
}
