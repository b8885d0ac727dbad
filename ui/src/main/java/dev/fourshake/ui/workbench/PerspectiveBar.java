package dev.fourshake.ui.workbench;

import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu.Title;
import dev.fourshake.ui.workbench.layout.Perspective;
import javafx.scene.control.Menu;
import javafx.scene.layout.HBox;

/** At the right of the toolbar: quick access and, where there are several, the perspectives. */
final class PerspectiveBar extends HBox {

    private static final String COMMAND = "window.perspective.";

    PerspectiveBar(Workbench workbench, WorkbenchWindow window) {
        getStyleClass().add("perspective-bar");
        getChildren().add(CommandControls.button(workbench.commands(), StandardCommands.QUICK_ACCESS));
        if (workbench.perspectives().size() < 2) {
            return;
        }
        Menu menu = new Menu(Texts.of(Workbench.class).get("menu.perspective"));
        for (Perspective perspective : workbench.perspectives()) {
            Command command = Command.of(COMMAND + perspective.id(), perspective.title())
                    .icon(perspective.icon()).check();
            workbench.commands().handle(command, Handler.toggle(() -> window.showPerspective(perspective),
                    window.perspectiveProperty().map(perspective::equals), Handler.ALWAYS));
            menu.getItems().add(CommandControls.menuItem(workbench.commands(), command));
            getChildren().add(CommandControls.button(workbench.commands(), command));
        }
        workbench.menu().add(Title.WINDOW, "perspective", menu);
    }

    /** Whether the command shows a perspective. */
    static boolean shows(Command command) {
        return command.id().startsWith(COMMAND);
    }
}
