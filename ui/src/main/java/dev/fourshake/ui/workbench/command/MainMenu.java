package dev.fourshake.ui.workbench.command;

import dev.fourshake.ui.workbench.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu bar, to which everybody adds commands. For the JavaFX thread. */
public final class MainMenu {

    /** The menus, in their order. */
    public enum Title { FILE, EDIT, NAVIGATE, RUN, WINDOW, HELP }

    private static final Texts TEXT = Texts.ofWorkbench();

    private final Commands commands;
    private final MenuBar bar = new MenuBar();
    private final Map<Title, Menu> menus = new EnumMap<>(Title.class);
    private final Map<Title, Groups<MenuItem>> groups = new EnumMap<>(Title.class);

    public MainMenu(Commands commands) {
        this.commands = commands;
        for (Title title : Title.values()) {
            Menu menu = new Menu(TEXT.get("menu." + title.name().toLowerCase(Locale.ROOT)));
            menu.setVisible(false);
            menus.put(title, menu);
            groups.put(title, new Groups<>());
            bar.getMenus().add(menu);
        }
    }

    /** Adds a command to a group of {@code menu}; groups stand in the order of their first item. */
    public void add(Title menu, String group, Command command) {
        commands.add(command);
        add(menu, group, CommandControls.menuItem(commands, command));
    }

    /** Adds an item of one's own, such as a submenu. */
    public void add(Title menu, String group, MenuItem item) {
        groups.get(menu).add(group, item);
        menus.get(menu).getItems().setAll(groups.get(menu).withSeparators(SeparatorMenuItem::new));
        menus.get(menu).setVisible(true);
    }

    /** Keeps places for groups that get their items later. */
    public void reserve(Title menu, String... names) {
        groups.get(menu).reserve(names);
    }

    public MenuBar bar() {
        return bar;
    }
}
