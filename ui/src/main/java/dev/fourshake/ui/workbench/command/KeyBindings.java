package dev.fourshake.ui.workbench.command;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Lets the keys of all commands work in a scene. The control that has the focus comes first, so that a text field
 * keeps its own keys; only function keys and Ctrl+Page Up or Down always mean the window.
 */
public final class KeyBindings {

    private final Commands commands;

    public KeyBindings(Commands commands) {
        this.commands = commands;
    }

    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (meansWindow(event)) {
                handle(event);
            }
        });
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
