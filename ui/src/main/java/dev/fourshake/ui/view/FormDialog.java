package dev.fourshake.ui.view;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/** Asks for what a form holds: the dialog stays open, and the form says why, until what was typed in can be meant. */
public final class FormDialog {

    /** Takes what was typed in. */
    @FunctionalInterface
    public interface Reading<T> {

        T read() throws FormMistake;
    }

    private FormDialog() {
    }

    /**
     * Shows the form and waits.
     *
     * @param ok    what the button that accepts says
     * @param say   shows a mistake in the form
     * @param focus puts the keyboard where typing begins
     * @return what was typed in; empty where the user changed their mind
     */
    public static <T> Optional<T> ask(Window owner, String title, Node form, String ok, Reading<T> reading,
                                      Consumer<String> say, Runnable focus) {
        Dialog<T> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(form);
        ButtonType accept = new ButtonType(ok, ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(accept, ButtonType.CANCEL);
        AtomicReference<T> result = new AtomicReference<>();
        dialog.getDialogPane().lookupButton(accept).addEventFilter(ActionEvent.ACTION, event -> {
            try {
                result.set(reading.read());
            } catch (FormMistake mistake) {
                say.accept(mistake.getMessage());
                mistake.show();
                event.consume();
            }
        });
        dialog.setResultConverter(button -> button == accept ? result.get() : null);
        // The default button takes the focus when the window is shown, after this event.
        dialog.setOnShown(_ -> Platform.runLater(focus));
        growWith(dialog.getDialogPane());
        return dialog.showAndWait();
    }

    /**
     * What appears in a form, such as a mistake or fields for a choice, must not push the buttons out of the window.
     */
    private static void growWith(DialogPane pane) {
        pane.needsLayoutProperty().subscribe(due -> {
            if (!due && pane.getScene() != null && pane.prefHeight(pane.getWidth()) > pane.getHeight() + 1) {
                Platform.runLater(pane.getScene().getWindow()::sizeToScene);
            }
        });
    }
}
