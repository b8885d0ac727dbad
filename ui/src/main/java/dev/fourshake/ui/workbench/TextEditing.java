package dev.fourshake.ui.workbench;

import dev.fourshake.ui.workbench.command.Commands;
import dev.fourshake.ui.workbench.command.Handler;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;

/** Does the Edit menu's commands in whatever text has the focus; views that can do more handle them themselves. */
final class TextEditing {

    private final ObjectProperty<Node> focused = new SimpleObjectProperty<>();

    void install(Commands commands) {
        ObservableValue<Boolean> text = focused.map(TextInputControl.class::isInstance).orElse(false);
        commands.handle(StandardCommands.COPY, Handler.of(() -> field().copy(), text));
        commands.handle(StandardCommands.SELECT_ALL, Handler.of(() -> field().selectAll(), text));
    }

    private TextInputControl field() {
        return (TextInputControl) focused.get();
    }

    /** Follows the focus of one more scene. */
    void watch(Scene scene) {
        scene.focusOwnerProperty().subscribe(node -> {
            if (scene.getWindow() == null || scene.getWindow().isFocused()) {
                focused.set(node);
            }
        });
        scene.windowProperty().flatMap(Window::focusedProperty).orElse(false).subscribe(now -> {
            if (now) {
                focused.set(scene.getFocusOwner());
            }
        });
    }
}
