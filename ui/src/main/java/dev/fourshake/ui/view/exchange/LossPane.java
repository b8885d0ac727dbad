package dev.fourshake.ui.view.exchange;

import static dev.fourshake.ui.view.exchange.SheetText.TEXTS;

import dev.fourshake.model.exchange.LinkLoss;
import dev.fourshake.model.exchange.Outcome;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What would follow if the link died now: for the session as it is, or as the user supposes it to be. */
final class LossPane extends VBox {

    private final Label title = new Label();
    private final ToggleGroup suppositions = new ToggleGroup();
    private final ToggleButton kept = supposition("kept", "left-pill");
    private final ToggleButton dropped = supposition("dropped", "right-pill");
    private final Label session = new Label();
    private final SidesPane sides = new SidesPane();
    private final Label result = new Label();
    private ExchangeSheet shown;

    LossPane() {
        getStyleClass().add("exchange-section");
        title.getStyleClass().add("exchange-title");
        // The pane is as wide as its view, whatever the language: the title takes a second line.
        title.setMinWidth(0);
        title.setWrapText(true);
        session.getStyleClass().add("exchange-muted");
        session.setWrapText(true);
        result.setWrapText(true);
        result.setMaxWidth(Double.MAX_VALUE);
        result.getStyleClass().add("exchange-result");
        for (Label sentence : new Label[] {session, result}) {
            sentence.setMinHeight(Region.USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(title, gap, new HBox(kept, dropped));
        line.getStyleClass().add("exchange-line");
        getChildren().addAll(line, session, sides, result);
        suppositions.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                // One of the two is always supposed.
                suppositions.selectToggle(before);
            } else {
                update();
            }
        });
    }

    private ToggleButton supposition(String key, String place) {
        ToggleButton button = new ToggleButton(TEXTS.get("loss." + key));
        button.setId("exchange-loss-" + key);
        button.getStyleClass().addAll("small", place);
        button.setTooltip(new Tooltip(TEXTS.get("loss." + key + ".hint")));
        button.setAccessibleHelp(TEXTS.get("loss." + key + ".hint"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(suppositions);
        return button;
    }

    /** Another exchange is asked of its own session; the same one keeps what the user supposed. */
    void show(ExchangeSheet sheet) {
        boolean another = shown == null || shown.exchange().id() != sheet.exchange().id()
                || shown.keepsSession() != sheet.keepsSession();
        shown = sheet;
        if (another) {
            suppositions.selectToggle(sheet.keepsSession() ? kept : dropped);
        }
        update();
    }

    boolean supposesKept() {
        return kept.isSelected();
    }

    private void update() {
        if (shown == null) {
            return;
        }
        LinkLoss loss = shown.loss(supposesKept());
        boolean open = shown.exchange().outcome() == Outcome.OPEN;
        title.setText(TEXTS.get(shown.isCut() ? "loss.cut" : "loss"));
        session.setText(SheetText.session(shown));
        sides.show(shown, loss.sender().text(), loss.receiver().text());
        result.setText(loss.result().text());
        for (Region part : new Region[] {session, sides, (Region) kept.getParent()}) {
            part.setVisible(open);
            part.setManaged(open);
        }
    }
}
