package dev.fourshake.ui.workbench.dock;

import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Commands;
import dev.fourshake.ui.workbench.StandardCommands;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of a view's tab. */
final class TabMenu {

    private final DockArea area;
    private final Commands commands;

    TabMenu(DockArea area, Commands commands) {
        this.area = area;
        this.commands = commands;
    }

    /** Selects the view first, so that the commands mean it. */
    ContextMenu build(ViewHost host) {
        area.select(host);
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(
                CommandControls.menuItem(commands, StandardCommands.DETACH_VIEW),
                CommandControls.menuItem(commands, StandardCommands.MAXIMIZE_VIEW),
                new SeparatorMenuItem(),
                CommandControls.menuItem(commands, StandardCommands.CLOSE_VIEW),
                CommandControls.menuItem(commands, StandardCommands.CLOSE_OTHER_VIEWS));
        return menu;
    }
}
