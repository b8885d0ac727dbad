package dev.fourshake.ui.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ResourceBundle;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;

/** Loads a form: an FXML file and the texts beside it, in the package of its controller. */
public final class Forms {

    private Forms() {
    }

    /**
     * The form {@code name.fxml} of the controller's package, tied to the controller.
     *
     * @param <N> type of the form's outermost node
     */
    public static <N extends Node> N load(Object controller, String name) {
        Class<?> home = controller.getClass();
        FXMLLoader loader = new FXMLLoader(home.getResource(name + ".fxml"),
                ResourceBundle.getBundle(home.getPackageName() + ".messages"));
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
