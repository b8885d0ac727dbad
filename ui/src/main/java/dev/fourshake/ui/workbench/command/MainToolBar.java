package dev.fourshake.ui.workbench.command;

import dev.fourshake.ui.workbench.Texts;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;

/** The toolbar of the window, to which everybody adds commands. For the JavaFX thread. */
public final class MainToolBar {

    private final Commands commands;
    private final ToolBar bar = new ToolBar();
    private final Groups<Node> groups = new Groups<>();

    public MainToolBar(Commands commands) {
        this.commands = commands;
        bar.getStyleClass().add("main-toolbar");
        bar.setAccessibleText(Texts.ofWorkbench().get("toolbar"));
    }

    /** Adds a button for a command to a group; groups stand in the order of their first item. */
    public void add(String group, Command command) {
        commands.add(command);
        add(group, CommandControls.button(commands, command));
    }

    /** Adds a control of one's own. */
    public void add(String group, Node node) {
        groups.add(group, node);
        bar.getItems().setAll(groups.withSeparators(() -> new Separator(Orientation.VERTICAL)));
    }

    /** Keeps places for groups that get their items later. */
    public void reserve(String... names) {
        groups.reserve(names);
    }

    public ToolBar bar() {
        return bar;
    }
}
