package dev.fourshake.ui.view.sequence;

import dev.fourshake.ui.diagram.SequenceCanvas;
import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small controls at the Sequence view's tab. */
final class SequenceToolBar {

    private static final Texts TEXTS = Texts.of(SequenceToolBar.class);

    private final ToggleButton pings = new ToggleButton();
    private final ToggleButton busyOnly = new ToggleButton();
    private final ToggleButton follow = new ToggleButton();
    private final List<Node> nodes;

    SequenceToolBar(SequenceCanvas canvas, SequenceView view) {
        Button out = dress(new Button(), Feather.ZOOM_OUT, "zoom.out");
        out.setOnAction(_ -> canvas.zoomOut());
        Button in = dress(new Button(), Feather.ZOOM_IN, "zoom.in");
        in.setOnAction(_ -> canvas.zoomIn());
        Button all = dress(new Button(), Feather.MINIMIZE_2, "zoom.all");
        all.setOnAction(_ -> canvas.zoomToAll());
        dress(pings, Feather.HEART, "pings");
        pings.setSelected(true);
        pings.setOnAction(_ -> view.show(view.only().withPings(pings.isSelected())));
        dress(busyOnly, Feather.COLUMNS, "busyOnly");
        busyOnly.selectedProperty().subscribe(canvas::busyLanesOnly);
        dress(follow, Feather.CHEVRONS_DOWN, "follow");
        canvas.followingProperty().subscribe(follow::setSelected);
        follow.setOnAction(_ -> {
            canvas.follow(follow.isSelected());
            canvas.requestFocus();
        });
        nodes = List.of(out, in, all, pings, busyOnly, follow);
    }

    private static <B extends ButtonBase> B dress(B button, Feather icon, String key) {
        button.setId("sequence-" + key.replace('.', '-'));
        button.setGraphic(new FontIcon(icon));
        button.setTooltip(new Tooltip(TEXTS.get(key + ".hint")));
        button.setAccessibleText(TEXTS.get(key));
        button.getStyleClass().add("command-button");
        return button;
    }

    List<Node> nodes() {
        return nodes;
    }

    void pings(boolean shown) {
        pings.setSelected(shown);
    }

    boolean isBusyOnly() {
        return busyOnly.isSelected();
    }

    void busyOnly(boolean on) {
        busyOnly.setSelected(on);
    }
}
