package dev.fourshake.ui.workbench.view;

import dev.fourshake.ui.workbench.command.Command;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.kordamp.ikonli.Ikon;

/**
 * A view as it stands in Window → Show View, before it is made.
 *
 * @param id      lasting name in the saved layout: letters, digits, {@code . _ -}
 * @param title   what the tab and the menu say, from a bundle
 * @param icon    an icon of the Feather set
 * @param area    where it opens if the layout has no place for it
 * @param key     opens the view and gives it the focus, as in {@link Command#key}, or null
 * @param factory makes the view when it is first seen
 * @param own     commands that only this view does, known before it is made
 */
public record ViewDescriptor(String id, String title, Ikon icon, Area area, String key,
                             Function<ViewSite, ViewPart> factory, List<Command> own) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+");

    private static final String COMMAND = "view.show.";

    public ViewDescriptor {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("view id: " + id);
        }
        own = List.copyOf(own);
    }

    /** Without a key. */
    public ViewDescriptor(String id, String title, Ikon icon, Area area, Function<ViewSite, ViewPart> factory) {
        this(id, title, icon, area, null, factory, List.of());
    }

    /** Names commands that only this view does: they are in the list of keys also where it was never opened. */
    public ViewDescriptor own(List<Command> commands) {
        return new ViewDescriptor(id, title, icon, area, key, factory, commands);
    }

    /** What opens the view, by menu, key and quick access. */
    public Command command() {
        Command command = Command.of(COMMAND + id, title).icon(icon);
        return key == null ? command : command.key(key);
    }

    /** Whether the command opens a view. */
    public static boolean opens(Command command) {
        return command.id().startsWith(COMMAND);
    }
}
