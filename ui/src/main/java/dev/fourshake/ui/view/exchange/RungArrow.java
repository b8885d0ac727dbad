package dev.fourshake.ui.view.exchange;

import static dev.fourshake.ui.view.exchange.SheetText.TEXTS;

import dev.fourshake.model.exchange.ExchangeKind;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/** The arrow of one packet under its name; what is held ends at the tap, what is lost ends on the way. */
final class RungArrow extends Region {

    private static final double HEIGHT = 30;
    private static final double LINE = 22.5;
    private static final double MARGIN = 3;
    private static final double HEAD = 5;

    private final boolean rightwards;
    private final boolean reaches;
    private final Label name;
    private final Label fate = new Label();
    private final Line line = new Line();
    private final Polygon head = new Polygon();
    private final Line tap = new Line();
    private final Polyline cross = new Polyline();

    /** @param kind gives it the colour that it has in the diagram */
    RungArrow(Rung rung, ExchangeKind kind) {
        rightwards = rung.fromSender();
        Rung.Passing passing = rung.passing();
        reaches = passing == Rung.Passing.ARRIVED || passing == Rung.Passing.AHEAD;
        name = new Label(SheetText.packet(rung));
        name.setAccessibleText(TEXTS.get("rung." + passing.name(), name.getText()));
        name.setTooltip(new Tooltip(name.getAccessibleText()));
        String style = passing.name().toLowerCase(Locale.ROOT);
        getStyleClass().addAll("exchange-rung", passing == Rung.Passing.ARRIVED ? family(kind) : style);
        fate.setText(reaches ? "" : TEXTS.get("passing." + style));
        line.getStyleClass().add("line");
        head.getStyleClass().add("head");
        tap.getStyleClass().add("stop");
        cross.getStyleClass().add("stop");
        head.setVisible(reaches);
        tap.setVisible(passing == Rung.Passing.HELD);
        cross.setVisible(passing == Rung.Passing.LOST);
        getChildren().addAll(line, head, tap, cross, name, fate);
    }

    private static String family(ExchangeKind kind) {
        return switch (kind) {
            case QOS_0 -> "qos0";
            case QOS_1 -> "qos1";
            case QOS_2 -> "qos2";
            case SUBSCRIBE, UNSUBSCRIBE -> "subscribe";
            case PING -> "ping";
            case CONNECT -> "session";
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return name.prefWidth(-1) + 2 * MARGIN;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double y = LINE;
        double from = rightwards ? MARGIN : width - MARGIN;
        double to = reaches ? width - from : Math.round(width / 2);
        double way = rightwards ? 1 : -1;
        line.setStartX(from);
        line.setEndX(reaches ? to - way * HEAD : to);
        line.setStartY(y);
        line.setEndY(y);
        head.getPoints().setAll(to, y, to - way * 2 * HEAD, y - HEAD * 0.8, to - way * 2 * HEAD, y + HEAD * 0.8);
        tap.setStartX(to);
        tap.setEndX(to);
        tap.setStartY(y - HEAD);
        tap.setEndY(y + HEAD);
        cross.getPoints().setAll(to - 4, y - 4, to + 4, y + 4, to, y, to - 4, y + 4, to + 4, y - 4);
        double nameWidth = Math.min(width, name.prefWidth(-1));
        name.resizeRelocate((width - nameWidth) / 2, 0, nameWidth, name.prefHeight(-1));
        double fateWidth = Math.min(width / 2 - MARGIN - HEAD, fate.prefWidth(-1));
        double fateHeight = fate.prefHeight(-1);
        fate.resizeRelocate(rightwards ? to + HEAD : to - HEAD - fateWidth, y - fateHeight / 2, fateWidth, fateHeight);
    }
}
