package dev.fourshake.ui.filter;

import dev.fourshake.ui.workbench.Texts;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** The language on one small sheet. */
final class FilterHelp {

    private static final Texts TEXTS = Texts.of(FilterHelp.class);
    private static final int LINES = 12;

    private FilterHelp() {
    }

    static void show(Node at) {
        GridPane lines = new GridPane(16, 4);
        for (int i = 1; i <= LINES; i++) {
            Label example = new Label(TEXTS.get("help." + i));
            example.getStyleClass().add("fs-mono");
            lines.addRow(i, example, new Label(TEXTS.get("help." + i + ".meaning")));
        }
        Label keys = new Label(TEXTS.get("help.keys"));
        VBox sheet = new VBox(10, lines, keys);
        sheet.getStyleClass().add("fs-filter-help");
        PopOver popOver = new PopOver(sheet);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.getRoot().getStylesheets().addAll(at.getScene().getStylesheets());
        Bounds place = at.localToScreen(at.getBoundsInLocal());
        if (place != null) {
            popOver.show(at);
        }
    }
}
