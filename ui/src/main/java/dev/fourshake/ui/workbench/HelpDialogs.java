package dev.fourshake.ui.workbench;

import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCombination;

/** What the Help menu shows. */
final class HelpDialogs {

    private static final Texts TEXT = Texts.of(Workbench.class);

    private final Workbench workbench;
    private final WorkbenchWindow window;

    HelpDialogs(Workbench workbench, WorkbenchWindow window) {
        this.workbench = workbench;
        this.window = window;
    }

    /** All commands that have a key, and the view where only one does it. */
    void keys() {
        TableView<Command> table = new TableView<>();
        table.setId("keys");
        table.getColumns().add(column(TEXT.get("keys.command"), Command::label));
        table.getColumns().add(column(TEXT.get("keys.key"), command -> command.keys().stream()
                .map(KeyCombination::getDisplayText).reduce((first, next) -> TEXT.get("keys.or", first, next))
                .orElse("")));
        table.getColumns().add(column(TEXT.get("keys.view"), command -> workbench.views().all().stream()
                .filter(view -> view.own().contains(command)).map(ViewDescriptor::title).findFirst().orElse("")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getItems().setAll(workbench.commands().all().stream().filter(one -> !one.keys().isEmpty()).toList());
        table.setPrefSize(600, 480);
        show(StandardCommands.KEYS, table);
    }

    private static TableColumn<Command, String> column(String title,
                                                       Function<Command, String> text) {
        TableColumn<Command, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    /** Version, platform and where the data is: what a report needs, to be copied. */
    void about() {
        String version = Optional.ofNullable(Workbench.class.getPackage().getImplementationVersion())
                .orElse(TEXT.get("about.unpackaged"));
        TextArea text = new TextArea(TEXT.get("about.text", version, System.getProperty("java.version"),
                System.getProperty("javafx.runtime.version", "?"), System.getProperty("os.name"),
                System.getProperty("os.version"), System.getProperty("os.arch"), workbench.data().directory()));
        text.setId("about");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefSize(480, 200);
        show(StandardCommands.ABOUT, text);
    }

    private void show(Command command, Node content) {
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(Objects.requireNonNull(window.stage()));
        dialog.setTitle(command.label());
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.getDialogPane().setContent(content);
        dialog.show();
    }
}
