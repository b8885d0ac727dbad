package dev.fourshake.ui.workbench.command;

import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/**
 * Lets the keys of all commands work in a scene. The control that has the focus comes first: a text field keeps its
 * own keys.
 */
public final class KeyBindings {

    private final Commands commands;

    public KeyBindings(Commands commands) {
        this.commands = commands;
    }

    public void install(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            for (Command command : commands.all()) {
                if (command.keys().stream().anyMatch(key -> key.match(event))) {
                    // Consumed in any case: the menu's accelerator must not do it a second time.
                    commands.execute(command);
                    event.consume();
                    return;
                }
            }
        });
    }
}
