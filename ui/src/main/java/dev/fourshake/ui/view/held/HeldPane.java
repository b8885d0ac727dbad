package dev.fourshake.ui.view.held;

import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Below the list: what there is to say of the packet that is meant. */
final class HeldPane {

    private static final Texts TEXTS = Texts.of(HeldPane.class);

    private final Label where = label("fs-held-where");
    private final GridPane sides = new GridPane(12, 0);
    private final Label patience = label("fs-muted");
    private final VBox sheet = new VBox(5, where, sides, patience);
    private final ScrollPane scroll = new ScrollPane(sheet);

    HeldPane() {
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        sides.getColumnConstraints().addAll(half, half);
        sheet.getStyleClass().add("fs-held-sheet");
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("fs-held-scroll");
        where.setId("held-where");
        patience.setId("held-patience");
    }

    private static Label label(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    Node node() {
        return scroll;
    }

    void show(HeldSheet shown) {
        where.getStyleClass().setAll("label", "fs-held-where");
        where.setText(shown.where());
        patience.setText(String.join("\n", shown.patience()));
        sides.getChildren().clear();
        for (int i = 0; i < shown.sides().size(); i++) {
            sides.add(side(shown.sides().get(i)), i, 0);
        }
    }

    /** No packet is meant: says how to mean one. */
    void showNone(boolean some) {
        where.getStyleClass().setAll("label", "fs-muted");
        where.setText(TEXTS.get(some ? "sheet.choose" : "sheet.none"));
        patience.setText("");
        sides.getChildren().clear();
    }

    private static VBox side(HeldSheet.Side side) {
        Label name = label("fs-muted");
        name.setText(side.name());
        Label state = label("fs-held-state");
        state.setText(side.state());
        Label means = label("fs-held-means");
        means.setText(side.means());
        VBox box = new VBox(name, state, means);
        GridPane.setValignment(box, VPos.TOP);
        List.of(name, state, means).forEach(each -> each.setMaxWidth(Double.MAX_VALUE));
        return box;
    }
}
