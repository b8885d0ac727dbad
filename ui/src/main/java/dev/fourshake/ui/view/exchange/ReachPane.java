package dev.fourshake.ui.view.exchange;

import static dev.fourshake.ui.view.exchange.SheetText.TEXTS;

import dev.fourshake.ui.trace.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Who published the message, and whom it reached, when, and at which QoS. A click goes there. */
final class ReachPane extends VBox {

    /** Subscribers beyond these are only counted. */
    private static final int MOST = 40;
    private static final double WIDEST_NAME = 150;

    private final Label title = new Label(TEXTS.get("reach"));
    private final GridPane lines = new GridPane(10, 2);
    private final IntConsumer choose;
    private List<ReachLine> shown = List.of();

    ReachPane(IntConsumer choose) {
        this.choose = choose;
        title.getStyleClass().add("exchange-title");
        // The sentences wrap; a name is read whole, or with an ellipsis where it is very long.
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        lines.getColumnConstraints().add(names);
        getStyleClass().add("exchange-section");
        getChildren().addAll(title, lines);
        show(List.of());
    }

    void show(List<ReachLine> reach) {
        setVisible(!reach.isEmpty());
        setManaged(!reach.isEmpty());
        if (reach.equals(shown)) {
            return;
        }
        shown = reach;
        lines.getChildren().clear();
        for (int i = 0; i < Math.min(reach.size(), MOST); i++) {
            ReachLine line = reach.get(i);
            lines.addRow(i, name(line), text(line));
        }
        if (reach.size() > MOST) {
            lines.addRow(MOST, new Label(TEXTS.get("reach.more", reach.size() - MOST)));
        }
    }

    private Node name(ReachLine line) {
        String name = line.client().isEmpty() ? TEXTS.get("reach.unnamed") : line.client();
        if (line.own() || line.row() < 0) {
            Label label = new Label(name);
            label.getStyleClass().add(line.own() ? "exchange-title" : "exchange-muted");
            return bounded(label);
        }
        Hyperlink link = new Hyperlink(name);
        link.setOnAction(_ -> choose.accept(line.row()));
        return bounded(link);
    }

    private static Labeled bounded(Labeled name) {
        name.setMaxWidth(WIDEST_NAME);
        name.setTooltip(new Tooltip(name.getText()));
        return name;
    }

    private static Label text(ReachLine line) {
        Label label = new Label(sentence(line));
        label.setWrapText(true);
        return label;
    }

    /** The line as plain text, without the name. */
    static String sentence(ReachLine line) {
        List<String> parts = new ArrayList<>();
        parts.add(TEXTS.get("reach." + line.role().name()));
        if (line.row() >= 0 && line.role() != ReachLine.Role.WILL) {
            parts.add(TEXTS.get(line.lowered() ? "reach.lowered" : "reach.qos", line.qos().ordinal()));
        }
        line.sentNanos().ifPresent(nanos -> parts.add(TEXTS.get("reach.sent", Times.duration(nanos))));
        line.acknowledgedNanos().ifPresent(nanos -> parts.add(TEXTS.get("reach.acknowledged", Times.duration(nanos))));
        return String.join(", ", parts);
    }
}
