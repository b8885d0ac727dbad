package dev.fourshake.ui.workbench.command;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * Lets the keys of all commands work in a scene. A letter that is held down does its command once, and so do function
 * keys and Ctrl+Page Up or Down: each step, cut or closed view is one that was meant, also on a slow machine, which
 * takes a short press for a long one. The control that has the focus comes first, so that a text field keeps its own
 * keys; only function keys, Ctrl+Page Up or Down and Shift+Esc always mean the window.
 */
public final class KeyBindings {

    /** Between two repetitions of a key that is held down; window systems wait for half a second before the first. */
    private static final long LONGEST_PAUSE_NANOS = 1_000_000_000L;

    private final Commands commands;
    /** When the keys that are down were last pressed, or repeated themselves. */
    private final Map<KeyCode, Long> down = new EnumMap<>(KeyCode.class);
    /** Whether the key of the event that is under way was down before. */
    private boolean repeated;

    public KeyBindings(Commands commands) {
        this.commands = commands;
    }

    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            repeated = isRepeated(event.getCode());
            if (meansWindow(event)) {
                if (repeated) {
                    event.consume();
                } else {
                    handle(event);
                }
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> down.remove(event.getCode()));
        // A dialog that the key has opened gets its release.
        scene.windowProperty().flatMap(Window::focusedProperty).subscribe(_ -> down.clear());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::handle);
    }

    /** A release may be told to another window: what comes long after is no repetition. */
    private boolean isRepeated(KeyCode key) {
        long now = System.nanoTime();
        Long before = down.put(key, now);
        return before != null && now - before < LONGEST_PAUSE_NANOS;
    }

    private static boolean meansWindow(KeyEvent event) {
        return event.getCode().isFunctionKey() || event.isShortcutDown()
                && (event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN)
                || event.isShiftDown() && event.getCode() == KeyCode.ESCAPE;
    }

    private void handle(KeyEvent event) {
        for (Command command : commands.all()) {
            if (command.keys().stream().anyMatch(key -> key.match(event))) {
                // Consumed in any case: the menu's accelerator must not do it a second time.
                if (!repeated || !event.getCode().isLetterKey()) {
                    commands.execute(command);
                }
                event.consume();
                return;
            }
        }
    }
}
