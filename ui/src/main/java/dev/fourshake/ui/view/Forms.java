package dev.fourshake.ui.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ResourceBundle;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;

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

    /** Makes of a label the place where a form says its mistakes: it is as high as a sentence needs, and never cut. */
    public static void sayMistakesIn(Label label) {
        label.getStyleClass().add("fs-mistake");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }

    /** Moves the keyboard into a field of a form; one behind a tab or a folded title is brought in sight before. */
    static void reveal(Node field) {
        for (Node outer = field.getParent(); outer != null; outer = outer.getParent()) {
            if (outer instanceof TitledPane folded) {
                // While it unfolds it takes no focus.
                folded.setAnimated(false);
                folded.setExpanded(true);
            } else if (outer instanceof TabPane tabs) {
                tabs.getTabs().stream().filter(tab -> isIn(field, tab.getContent())).findFirst()
                        .ifPresent(tabs.getSelectionModel()::select);
            }
        }
        field.requestFocus();
        if (field instanceof TextInputControl text) {
            text.selectAll();
        }
    }

    private static boolean isIn(Node node, Node outer) {
        return node != null && (node == outer || isIn(node.getParent(), outer));
    }
}
