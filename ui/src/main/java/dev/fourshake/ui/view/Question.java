package dev.fourshake.ui.view;

import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** Asks before something is lost. The button says what it does, and Enter alone does not do it. */
public final class Question {

    private Question() {
    }

    /**
     * Asks and waits.
     *
     * @param what what is lost, as a sentence
     * @param does what the button says
     * @return whether it may be lost
     */
    public static boolean mayBeDone(Window owner, String what, String does) {
        ButtonType done = new ButtonType(does, ButtonData.OTHER);
        Alert question = new Alert(Alert.AlertType.CONFIRMATION, what, done, ButtonType.CANCEL);
        question.initOwner(owner);
        question.setHeaderText(null);
        ((Button) question.getDialogPane().lookupButton(ButtonType.CANCEL)).setDefaultButton(true);
        return question.showAndWait().filter(done::equals).isPresent();
    }
}
