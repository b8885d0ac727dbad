package dev.fourshake.ui.view;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Shows the text of a cell or label in a tooltip while it is cut off, and only then. For the JavaFX thread. */
public final class WholeText {

    private static final double WIDEST = 480;

    private WholeText() {
    }

    /** For as long as the node lives. */
    public static void install(Labeled labeled) {
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST);
        labeled.textTruncatedProperty().subscribe(cut -> labeled.setTooltip(cut ? whole : null));
        labeled.textProperty().subscribe(text -> whole.setText(text));
    }
}
