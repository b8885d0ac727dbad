package dev.fourshake.ui.workbench.command;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes menu items and buttons that look and act as their command says. */
public final class CommandControls {

    private CommandControls() {
    }

    /** An item with the command's name, icon and key. */
    public static MenuItem menuItem(Commands commands, Command command) {
        MenuItem item = switch (command.kind()) {
            case PUSH -> {
                MenuItem push = new MenuItem();
                push.setOnAction(_ -> commands.execute(command));
                yield push;
            }
            case CHECK -> {
                CheckMenuItem check = new CheckMenuItem();
                commands.selected(command).subscribe(check::setSelected);
                check.setOnAction(_ -> {
                    commands.execute(command);
                    // JavaFX flips the mark by itself; the handler's state is what counts.
                    check.setSelected(commands.selected(command).getValue());
                });
                yield check;
            }
        };
        item.setId(nodeId(command));
        item.setMnemonicParsing(false);
        item.setText(command.label());
        item.setGraphic(icon(command));
        command.keys().stream().findFirst().ifPresent(item::setAccelerator);
        commands.enabled(command).subscribe(enabled -> item.setDisable(!enabled));
        return item;
    }

    /** A button with the command's icon and, in its tooltip, its name, hint and key. */
    public static ButtonBase button(Commands commands, Command command) {
        ButtonBase button = switch (command.kind()) {
            case PUSH -> {
                Button push = new Button();
                push.setOnAction(_ -> commands.execute(command));
                yield push;
            }
            case CHECK -> {
                ToggleButton toggle = new ToggleButton();
                commands.selected(command).subscribe(toggle::setSelected);
                toggle.setOnAction(_ -> {
                    commands.execute(command);
                    toggle.setSelected(commands.selected(command).getValue());
                });
                yield toggle;
            }
        };
        button.setId(nodeId(command));
        button.getStyleClass().add("command-button");
        if (command.icon() == null) {
            button.setText(command.label());
        } else {
            button.setGraphic(icon(command));
        }
        button.setAccessibleText(command.label());
        button.setAccessibleHelp(command.hint());
        button.setTooltip(new Tooltip(tip(command)));
        commands.enabled(command).subscribe(enabled -> button.setDisable(!enabled));
        return button;
    }

    /** {@code view.detach} is the node {@code #view-detach}: a dot would begin a style class. */
    private static String nodeId(Command command) {
        return command.id().replace('.', '-');
    }

    private static Node icon(Command command) {
        return command.icon() == null ? null : new FontIcon(command.icon());
    }

    private static String tip(Command command) {
        String first = command.keys().isEmpty() ? command.label() : command.label() + " (" + command.keyText() + ")";
        return command.hint().isEmpty() ? first : first + "\n" + command.hint();
    }
}
