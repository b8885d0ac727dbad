package dev.fourshake.ui.view;

import dev.fourshake.ui.workbench.Texts;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;

/** The name of a file, typed in or chosen. A form may name it in FXML. */
public final class FileField extends HBox {

    private static final Texts TEXTS = Texts.of(FileField.class);

    private final TextField name = new TextField();

    public FileField() {
        super(6);
        Button browse = new Button(TEXTS.get("file.browse"));
        browse.setMinWidth(USE_PREF_SIZE);
        browse.setOnAction(_ -> browse());
        setHgrow(name, Priority.ALWAYS);
        getChildren().addAll(name, browse);
    }

    /** What stands in front of it; the name that a mistake gives it. */
    void label(Label label, String text) {
        label.setText(text);
        label.setLabelFor(name);
        name.setAccessibleText(text);
    }

    StringProperty textProperty() {
        return name.textProperty();
    }

    void show(Path file) {
        name.setText(file.toString());
    }

    Path read() throws FormMistake {
        return path(name.getAccessibleText(), name);
    }

    /**
     * The file whose name was typed into {@code field}.
     *
     * @param label what the form calls it
     * @throws FormMistake if it is empty, or this system has no such names
     */
    public static Path path(String label, TextField field) throws FormMistake {
        String typed = field.getText().strip();
        if (typed.isEmpty()) {
            throw new FormMistake(TEXTS.get("mistake.file", label), field);
        }
        try {
            return Path.of(typed);
        } catch (InvalidPathException _) {
            throw new FormMistake(TEXTS.get("mistake.path", typed), field);
        }
    }

    private void browse() {
        File chosen = new FileChooser().showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            show(chosen.toPath());
        }
    }
}
