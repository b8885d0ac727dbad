package dev.fourshake.ui.workbench.command;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something that the user can ask for, by menu, button, key or quick access. Says nothing about who does it: that is
 * the {@link Handler}, and with it when the command is enabled.
 *
 * @param id    lasting name, such as {@code view.detach}
 * @param label what menus and tooltips say, from a bundle
 * @param hint  one sentence for the tooltip, or empty
 * @param icon  an icon of the Feather set, or null
 * @param keys  the key bindings; menus and tooltips show the first
 * @param kind  whether it is done, or switched on and off
 */
public record Command(String id, String label, String hint, Ikon icon, List<KeyCombination> keys, Kind kind) {

    /** How a command is drawn: a push button, or something that is on or off. */
    public enum Kind { PUSH, CHECK }

    public Command {
        keys = List.copyOf(keys);
    }

    public static Command of(String id, String label) {
        return new Command(id, label, "", null, List.of(), Kind.PUSH);
    }

    public Command hint(String sentence) {
        return new Command(id, label, sentence, icon, keys, kind);
    }

    public Command icon(Ikon ikon) {
        return new Command(id, label, hint, ikon, keys, kind);
    }

    /**
     * @param combinations as in {@link KeyCombination#valueOf}, such as {@code Shortcut+Shift+D}
     * @throws IllegalArgumentException if a key has no such name
     */
    public Command key(String... combinations) {
        return new Command(id, label, hint, icon, Stream.of(combinations).map(Command::parse).toList(), kind);
    }

    private static KeyCombination parse(String combination) {
        KeyCombination parsed = KeyCombination.valueOf(combination);
        // JavaFX takes an unknown name for a character, which no keyboard has.
        if (!(parsed instanceof KeyCodeCombination)) {
            throw new IllegalArgumentException("no key: " + combination);
        }
        return parsed;
    }

    public Command check() {
        return new Command(id, label, hint, icon, keys, Kind.CHECK);
    }

    /** The first key as the platform writes it, or empty. */
    public String keyText() {
        return keys.isEmpty() ? "" : keys.getFirst().getDisplayText();
    }
}
