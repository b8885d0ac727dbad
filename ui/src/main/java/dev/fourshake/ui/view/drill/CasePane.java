package dev.fourshake.ui.view.drill;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.report.CaseWords;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.ui.diagram.SequenceCanvas;
import dev.fourshake.ui.diagram.ThemePalette;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import java.time.ZoneId;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The chosen case: what became of its message and why, and its diagram. */
final class CasePane {

    private static final Texts TEXTS = Texts.of(CasePane.class);
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("fs-bad");
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("fs-good");

    private final SequenceCanvas canvas;
    private final Label title = new Label();
    private final Label result = new Label();
    private final Label sentences = new Label();
    private final BorderPane node = new BorderPane();
    private final Subscription colors;
    private CaseLine shown;
    /** Whether the diagram knows all of the trace; a very long one it reads in pieces, one a frame. */
    private boolean complete = true;

    CasePane(Workbench workbench) {
        canvas = new SequenceCanvas(new Wording(Locale.getDefault(Locale.Category.DISPLAY), ZoneId.systemDefault()),
                () -> shown == null ? 0 : end(shown.result()), workbench.pulse()::arm);
        canvas.setId("drill-diagram");
        canvas.placeholder(TEXTS.get("case.none"));
        colors = workbench.themes().colorsProperty().subscribe(
                now -> canvas.paletteProperty().set(ThemePalette.of(now)));
        title.getStyleClass().add("fs-drill-title");
        result.getStyleClass().add("fs-drill-result");
        result.setId("drill-case-result");
        sentences.setWrapText(true);
        sentences.setMinHeight(Label.USE_PREF_SIZE);
        VBox head = new VBox(2, title, result, sentences);
        head.getStyleClass().add("fs-drill-case");
        head.visibleProperty().bind(title.textProperty().isNotEmpty());
        head.managedProperty().bind(head.visibleProperty());
        node.setTop(head);
        node.setCenter(canvas);
    }

    private static long end(CaseResult result) {
        return result.trace().rowCount() == 0 ? 0 : result.trace().timeNanos(result.trace().rowCount() - 1);
    }

    Node node() {
        return node;
    }

    /** Shows another case; null for none. */
    void show(CaseLine line) {
        if (line == shown) {
            return;
        }
        shown = line;
        canvas.reset();
        complete = true;
        if (line == null) {
            title.setText("");
            return;
        }
        complete = canvas.show(line.result().trace());
        canvas.filter(line.result().rows(), line.result().rows().length);
        canvas.follow(false);
        title.setText(line.result().point().title().text());
        result.setText(line.words().result());
        result.pseudoClassStateChanged(BAD, line.words().tone() == CaseWords.Tone.BAD);
        result.pseudoClassStateChanged(GOOD, line.words().tone() == CaseWords.Tone.GOOD);
        sentences.setText(String.join("\n", CaseWords.sentences(line.result(),
                Locale.getDefault(Locale.Category.DISPLAY))));
    }

    /** Paints what is to be seen. */
    void paint() {
        if (!complete) {
            complete = canvas.show(shown.result().trace());
        }
        canvas.paint();
    }

    void close() {
        colors.unsubscribe();
    }
}
