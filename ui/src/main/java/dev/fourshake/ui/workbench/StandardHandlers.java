package dev.fourshake.ui.workbench;

import static dev.fourshake.ui.workbench.StandardCommands.*;

import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Commands;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu;
import dev.fourshake.ui.workbench.command.MainMenu.Title;
import dev.fourshake.ui.workbench.quick.QuickEntry;
import dev.fourshake.ui.workbench.theme.ThemeChoice;
import dev.fourshake.ui.workbench.theme.Themes;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Menu;

/** Does the standard commands, and gives them their places in the menus. */
final class StandardHandlers {

    private static final Texts TEXT = Texts.of(Workbench.class);

    private static final List<Command> THEMES = List.of(THEME_SYSTEM, THEME_LIGHT, THEME_DARK);

    private StandardHandlers() {
    }

    /** Before the window opens: the commands and their menus. */
    static void install(Workbench workbench, WorkbenchWindow window) {
        Commands commands = workbench.commands();
        commands.add(COPY, SELECT_ALL, FIND, BACK, FORWARD);
        commands.handle(EXIT, Handler.of(workbench::exit));
        commands.handle(RESET_PERSPECTIVE, Handler.of(window::resetPerspective));
        commands.handle(QUICK_ACCESS, Handler.of(() -> workbench.quickAccess().show(window.stage())));
        workbench.quickAccess().add(() -> quickEntries(commands));
        HelpDialogs help = new HelpDialogs(workbench, window);
        commands.handle(KEYS, Handler.of(help::keys));
        commands.handle(ABOUT, Handler.of(help::about));
        commands.handle(UNDO, Handler.of(workbench.messages()::act, workbench.messages().canActProperty()));
        commands.handle(CLOSE_MESSAGE,
                Handler.of(workbench.messages()::closeNewest, workbench.messages().isAnyProperty()));
        theme(workbench.themes(), commands, THEME_SYSTEM, ThemeChoice.SYSTEM);
        theme(workbench.themes(), commands, THEME_LIGHT, ThemeChoice.LIGHT);
        theme(workbench.themes(), commands, THEME_DARK, ThemeChoice.DARK);
        commands.add(MAXIMIZE_VIEW, DETACH_VIEW, CLOSE_VIEW, CLOSE_OTHER_VIEWS);
        menus(workbench.menu(), commands);
        workbench.toolBar().reserve("navigate");
    }

    private static void menus(MainMenu menu, Commands commands) {
        menu.reserve(Title.FILE, "new", "open", "save", "import", "export", "exit");
        menu.add(Title.FILE, "exit", EXIT);
        menu.add(Title.EDIT, "undo", UNDO);
        menu.add(Title.EDIT, "clipboard", COPY);
        menu.add(Title.EDIT, "clipboard", SELECT_ALL);
        menu.add(Title.EDIT, "find", FIND);
        menu.add(Title.NAVIGATE, "history", BACK);
        menu.add(Title.NAVIGATE, "history", FORWARD);
        menu.reserve(Title.WINDOW, "views", "view", "message", "perspective", "theme");
        for (Command command : new Command[] {NEXT_VIEW, PREVIOUS_VIEW, NEXT_TAB, PREVIOUS_TAB,
            MAXIMIZE_VIEW, DETACH_VIEW, CLOSE_VIEW}) {
            menu.add(Title.WINDOW, "view", command);
        }
        menu.add(Title.WINDOW, "message", CLOSE_MESSAGE);
        menu.add(Title.WINDOW, "perspective", RESET_PERSPECTIVE);
        Menu themes = new Menu(TEXT.get("menu.theme"));
        for (Command theme : THEMES) {
            themes.getItems().add(CommandControls.menuItem(commands, theme));
        }
        menu.add(Title.WINDOW, "theme", themes);
        menu.add(Title.NAVIGATE, "find", QUICK_ACCESS);
        menu.reserve(Title.HELP, "learn");
        menu.add(Title.HELP, "keys", KEYS);
        menu.add(Title.HELP, "about", ABOUT);
    }

    /** All that can be done right now. */
    private static Stream<QuickEntry> quickEntries(Commands commands) {
        return commands.all().stream()
                .filter(command -> command != QUICK_ACCESS && commands.enabled(command).getValue())
                .map(command -> new QuickEntry(TEXT.get(category(command)), command.label(), command.icon(),
                        command.keyText(), () -> commands.execute(command)));
    }

    private static String category(Command command) {
        return ViewDescriptor.opens(command) ? "quick.view"
                : PerspectiveBar.shows(command) ? "quick.perspective"
                : THEMES.contains(command) ? "quick.theme" : "quick.command";
    }

    private static void theme(Themes themes, Commands commands, Command command, ThemeChoice choice) {
        commands.handle(command, Handler.toggle(() -> themes.choiceProperty().set(choice),
                themes.choiceProperty().map(choice::equals), Handler.ALWAYS));
    }

    /** When the docking area is there: what works upon views. */
    static void installViews(Workbench workbench, WorkbenchWindow window) {
        Commands commands = workbench.commands();
        ViewCommands views = new ViewCommands(window.dock());
        commands.handle(NEXT_VIEW, Handler.of(() -> views.cycle(1)));
        commands.handle(PREVIOUS_VIEW, Handler.of(() -> views.cycle(-1)));
        commands.handle(NEXT_TAB, views.onActive(view -> window.dock().showNextTab(view, 1)));
        commands.handle(PREVIOUS_TAB, views.onActive(view -> window.dock().showNextTab(view, -1)));
        commands.handle(MAXIMIZE_VIEW, views.maximize());
        commands.handle(DETACH_VIEW, views.detach());
        commands.handle(CLOSE_VIEW, views.onActive(window.dock()::close));
        commands.handle(CLOSE_OTHER_VIEWS, views.onActive(views::closeOthers));
        Menu show = new Menu(TEXT.get("menu.showView"));
        workbench.views().all().forEach(view -> {
            commands.handle(view.command(), Handler.of(() -> workbench.showView(view.id())));
            view.own().forEach(commands::add);
            show.getItems().add(CommandControls.menuItem(commands, view.command()));
        });
        workbench.menu().add(Title.WINDOW, "views", show);
    }
}
