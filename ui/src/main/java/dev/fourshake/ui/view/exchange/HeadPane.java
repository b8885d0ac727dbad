package dev.fourshake.ui.view.exchange;

import static dev.fourshake.ui.view.exchange.SheetText.TEXTS;

import dev.fourshake.model.exchange.Outcome;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What exchange it is, how it stands, and whether that is how it stands now. */
final class HeadPane extends VBox {

    private final Label kind = new Label();
    private final Label packetId = new Label();
    private final Tooltip wholePacketId = new Tooltip();
    private final Label outcome = new Label();
    private final Tooltip meaning = new Tooltip();
    private final Label topic = new Label();
    private final Label way = new Label();
    private final Label facts = new Label();
    private final Label then = new Label();
    private final HBox thenBar = new HBox(then);
    private ExchangeSheet shown;

    /** @param showNow done when the user wants to see the exchange as it stands now */
    HeadPane(Runnable showNow) {
        getStyleClass().add("exchange-head");
        kind.getStyleClass().add("exchange-kind");
        packetId.getStyleClass().add("exchange-muted");
        packetId.setMinWidth(Region.USE_PREF_SIZE);
        packetId.setTooltip(wholePacketId);
        outcome.getStyleClass().add("exchange-outcome");
        outcome.setMinWidth(Region.USE_PREF_SIZE);
        outcome.setTooltip(meaning);
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        topic.getStyleClass().add("exchange-topic");
        way.setMinWidth(0);
        facts.getStyleClass().add("exchange-muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox title = new HBox(kind, packetId, gap, outcome);
        title.getStyleClass().add("exchange-line");
        // Where both have no room in one line, the facts stand below; a long Client Identifier is cut off then.
        FlowPane second = new FlowPane(8, 0, way, facts);
        second.setMinWidth(0);
        way.maxWidthProperty().bind(second.widthProperty());
        facts.maxWidthProperty().bind(second.widthProperty());
        Hyperlink now = new Hyperlink(TEXTS.get("then.now"));
        now.setOnAction(_ -> showNow.run());
        thenBar.getChildren().add(now);
        thenBar.getStyleClass().add("exchange-then");
        getChildren().addAll(title, topic, second, thenBar);
    }

    void show(ExchangeSheet sheet) {
        shown = sheet;
        kind.setText(SheetText.kind(sheet));
        int id = sheet.exchange().packetId();
        packetId.setText(id == 0 ? "" : TEXTS.get("packetId.short", Integer.toString(id)));
        packetId.setAccessibleText(id == 0 ? "" : TEXTS.get("packetId", Integer.toString(id)));
        wholePacketId.setText(packetId.getAccessibleText());
        seen(packetId, id != 0);
        Outcome stands = sheet.exchange().outcome();
        outcome.setText(stands.title().text());
        meaning.setText(stands.explanation().text());
        outcome.setAccessibleHelp(meaning.getText());
        for (Outcome each : Outcome.values()) {
            outcome.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == stands);
        }
        topic.setText(SheetText.topic(sheet));
        seen(topic, !topic.getText().isEmpty());
        way.setText(SheetText.way(sheet));
        then.setText(TEXTS.get("then", Integer.toString(sheet.row() + 1)));
        seen(thenBar, !sheet.isNow());
        tick(Optional.empty());
    }

    /** @param nowNanos the time on the wire's clock where the traffic goes on; empty where it does not */
    void tick(Optional<Long> nowNanos) {
        boolean open = shown.isNow() && shown.exchange().outcome() == Outcome.OPEN;
        facts.setText(SheetText.facts(shown,
                open ? nowNanos.map(now -> Math.max(0, now - shown.beganNanos())).orElse(-1L) : -1));
    }

    private static void seen(Region part, boolean now) {
        part.setVisible(now);
        part.setManaged(now);
    }
}
