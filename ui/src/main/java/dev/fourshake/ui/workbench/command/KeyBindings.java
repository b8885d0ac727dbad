package dev.fourshake.ui.workbench.command;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * Lets the keys of all commands work in a scene. A function key that is held down does its command once: each step or
 * cut is one that was meant. The control that has the focus comes first, so that a text field
 * keeps its own keys; only function keys and Ctrl+Page Up or Down always mean the window.
 */
public final class KeyBindings {

    private final Commands commands;
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);

    public KeyBindings(Commands commands) {
        this.commands = commands;
    }

    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode().isFunctionKey() && !down.add(event.getCode())) {
                event.consume();
            } else if (meansWindow(event)) {
                handle(event);
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> down.remove(event.getCode()));
        // A dialog that the key has opened gets its release.
        scene.windowProperty().flatMap(Window::focusedProperty).subscribe(_ -> down.clear());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::handle);
    }

    private static boolean meansWindow(KeyEvent event) {
        return event.getCode().isFunctionKey() || event.isShortcutDown()
                && (event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN);
    }

    private void handle(KeyEvent event) {
        for (Command command : commands.all()) {
            if (command.keys().stream().anyMatch(key -> key.match(event))) {
                // Consumed in any case: the menu's accelerator must not do it a second time.
                commands.execute(command);
                event.consume();
                return;
            }
        }
    }
}
