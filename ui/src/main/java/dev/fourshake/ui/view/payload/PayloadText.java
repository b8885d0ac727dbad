package dev.fourshake.ui.view.payload;

import dev.fourshake.ui.workbench.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** A payload as text, to be read, searched and copied. */
final class PayloadText extends BorderPane {

    private static final Texts TEXTS = Texts.of(PayloadText.class);

    private final TextArea text = new TextArea();
    private final TextField wanted = new TextField();
    private final Label found = new Label();
    private final HBox search = new HBox(6, wanted, found);

    PayloadText() {
        text.setEditable(false);
        text.getStyleClass().addAll("fs-mono", "fs-payload-text");
        text.setAccessibleText(TEXTS.get("text"));
        wanted.setPromptText(TEXTS.get("search"));
        wanted.setAccessibleText(TEXTS.get("search"));
        wanted.setOnAction(_ -> findNext());
        wanted.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                setTop(null);
                text.requestFocus();
                event.consume();
            }
        });
        search.getStyleClass().add("fs-payload-search");
        setCenter(text);
    }

    void show(String shown) {
        if (!shown.equals(text.getText())) {
            text.setText(shown);
            found.setText("");
        }
    }

    void wrap(boolean on) {
        text.setWrapText(on);
    }

    void openSearch() {
        setTop(search);
        wanted.requestFocus();
        wanted.selectAll();
    }

    /** The next place behind the selection, from the beginning again after the last; without regard to case. */
    private void findNext() {
        String needle = wanted.getText().toLowerCase(Locale.ROOT);
        String hay = text.getText().toLowerCase(Locale.ROOT);
        if (needle.isEmpty()) {
            return;
        }
        int from = text.getSelection().getLength() == 0 ? 0 : text.getSelection().getStart() + 1;
        int at = hay.indexOf(needle, from);
        at = at < 0 ? hay.indexOf(needle) : at;
        found.setText(at < 0 ? TEXTS.get("search.none") : "");
        if (at >= 0) {
            text.selectRange(at, at + needle.length());
        }
    }

    void copy() {
        if (text.getSelection().getLength() == 0) {
            text.selectAll();
        }
        text.copy();
    }
}
