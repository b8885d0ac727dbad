package dev.fourshake.ui.workbench.dock;

import static dev.fourshake.ui.workbench.StandardCommands.CLOSE_OTHER_VIEWS;
import static dev.fourshake.ui.workbench.StandardCommands.CLOSE_VIEW;
import static dev.fourshake.ui.workbench.StandardCommands.DETACH_VIEW;
import static dev.fourshake.ui.workbench.StandardCommands.MAXIMIZE_VIEW;

import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Commands;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of a view's tab. */
final class TabMenu {

    private final DockArea area;
    private final ContextMenu menu = new ContextMenu();

    TabMenu(DockArea area, Commands commands) {
        this.area = area;
        commands.add(DETACH_VIEW, MAXIMIZE_VIEW, CLOSE_VIEW, CLOSE_OTHER_VIEWS);
        menu.getItems().addAll(
                CommandControls.menuItem(commands, DETACH_VIEW),
                CommandControls.menuItem(commands, MAXIMIZE_VIEW),
                new SeparatorMenuItem(),
                CommandControls.menuItem(commands, CLOSE_VIEW),
                CommandControls.menuItem(commands, CLOSE_OTHER_VIEWS));
    }

    /** Selects the view first, so that the commands mean it. */
    ContextMenu of(ViewHost host) {
        area.select(host);
        return menu;
    }
}
