package dev.fourshake.ui.workbench;

import dev.fourshake.ui.workbench.command.Command;
import org.kordamp.ikonli.feather.Feather;

/** The commands that every window has. Those of {@code edit} are handled by the views that can. */
public final class StandardCommands {

    private static final Texts TEXT = Texts.of(Workbench.class);

    public static final Command EXIT = of("file.exit").key("Shortcut+Q");

    /** In a text the text's own goes first. */
    public static final Command UNDO = of("edit.undo").icon(Feather.CORNER_UP_LEFT).key("Shortcut+Z");
    public static final Command COPY = of("edit.copy").icon(Feather.COPY).key("Shortcut+C");
    public static final Command SELECT_ALL = of("edit.selectAll").key("Shortcut+A");
    public static final Command FIND = of("edit.find").icon(Feather.SEARCH).key("Shortcut+F");

    public static final Command BACK = of("navigate.back").icon(Feather.ARROW_LEFT).key("Alt+Left");
    public static final Command FORWARD = of("navigate.forward").icon(Feather.ARROW_RIGHT).key("Alt+Right");

    public static final Command QUICK_ACCESS = of("window.quickAccess").icon(Feather.SEARCH).key("Shortcut+3");
    public static final Command NEXT_VIEW = of("view.next").key("Shortcut+F7", "F6");
    public static final Command PREVIOUS_VIEW = of("view.previous").key("Shortcut+Shift+F7", "Shift+F6");
    public static final Command NEXT_TAB = of("view.nextTab").key("Shortcut+Page Down");
    public static final Command PREVIOUS_TAB = of("view.previousTab").key("Shortcut+Page Up");
    public static final Command MAXIMIZE_VIEW = of("view.maximize").icon(Feather.MAXIMIZE_2).key("Shortcut+M").check();
    public static final Command DETACH_VIEW = of("view.detach").icon(Feather.EXTERNAL_LINK).check();
    public static final Command CLOSE_VIEW = of("view.close").icon(Feather.X).key("Shortcut+W");
    public static final Command CLOSE_OTHER_VIEWS = of("view.closeOthers");
    /** Not Esc alone: what is meant for a field or the diagram must not take an offer to undo away. */
    public static final Command CLOSE_MESSAGE = of("window.closeMessage").icon(Feather.X).key("Shift+Esc");
    public static final Command RESET_PERSPECTIVE = of("window.resetPerspective").icon(Feather.ROTATE_CCW);
    public static final Command THEME_SYSTEM = of("window.theme.system").check();
    public static final Command THEME_LIGHT = of("window.theme.light").check();
    public static final Command THEME_DARK = of("window.theme.dark").check();

    public static final Command KEYS = of("help.keys").icon(Feather.HELP_CIRCLE).key("Shortcut+Shift+L");
    public static final Command ABOUT = of("help.about").icon(Feather.INFO);

    private StandardCommands() {
    }

    private static Command of(String id) {
        return Command.of(id, TEXT.get("command." + id));
    }
}
