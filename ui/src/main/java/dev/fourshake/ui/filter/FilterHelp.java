package dev.fourshake.ui.filter;

import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** The language on one small sheet. */
final class FilterHelp {

    private static final Texts TEXTS = Texts.of(FilterHelp.class);

    private FilterHelp() {
    }

    static void show(Node at, FilterSheet sheet) {
        GridPane lines = new GridPane(16, 4);
        List<FilterSheet.Line> all = sheet.lines();
        for (int i = 0; i < all.size(); i++) {
            Label example = new Label(all.get(i).example());
            example.getStyleClass().add("fs-mono");
            lines.addRow(i, example, new Label(all.get(i).meaning()));
        }
        Label keys = new Label(TEXTS.get("help.keys"));
        VBox box = new VBox(10, lines, keys);
        box.getStyleClass().add("fs-filter-help");
        PopOver popOver = new PopOver(box);
        popOver.setDetachable(false);
        popOver.getRoot().getStylesheets().addAll(at.getScene().getStylesheets());
        Bounds place = at.localToScreen(at.getBoundsInLocal());
        if (place != null) {
            boolean atTheLeft = place.getCenterX() < at.getScene().getWindow().getX() + at.getScene().getWidth() / 2;
            popOver.setArrowLocation(atTheLeft ? PopOver.ArrowLocation.TOP_LEFT : PopOver.ArrowLocation.TOP_RIGHT);
            popOver.show(at);
        }
    }
}
