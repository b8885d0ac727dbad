package dev.fourshake.ui.view.payload;

import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.view.Memento;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Payload view's toolbar. */
final class PayloadTools {

    private static final Texts TEXTS = Texts.of(PayloadTools.class);

    private final PayloadBody body;
    private final ToggleButton asText = dress(new ToggleButton(), Feather.ALIGN_LEFT, "asText");
    private final ToggleButton wrap = dress(new ToggleButton(), Feather.CORNER_DOWN_LEFT, "wrap");
    private final Button find = dress(new Button(), Feather.SEARCH, "find");
    private final Button zoomOut = dress(new Button(), Feather.ZOOM_OUT, "zoom.out");
    private final Button zoomIn = dress(new Button(), Feather.ZOOM_IN, "zoom.in");
    private final Button save = dress(new Button(), Feather.SAVE, "save");
    private final Button rules = dress(new Button(), Feather.SLIDERS, "rules");

    PayloadTools(PayloadBody body, SavePayload saving, Runnable editRules) {
        this.body = body;
        asText.setOnAction(_ -> body.asTree(!asText.isSelected()));
        wrap.selectedProperty().subscribe(body.text()::wrap);
        find.setOnAction(_ -> find());
        zoomOut.setOnAction(_ -> body.image().zoomOut());
        zoomIn.setOnAction(_ -> body.image().zoomIn());
        save.setOnAction(_ -> saving.choose());
        rules.setOnAction(_ -> editRules.run());
    }

    private static <B extends ButtonBase> B dress(B button, Feather icon, String key) {
        button.setId("payload-" + key.replace('.', '-'));
        button.setGraphic(new FontIcon(icon));
        button.setTooltip(new Tooltip(TEXTS.get(key + ".hint")));
        button.setAccessibleText(TEXTS.get(key));
        button.getStyleClass().add("command-button");
        return button;
    }

    List<Node> nodes() {
        return List.of(asText, wrap, find, zoomOut, zoomIn, save, rules);
    }

    /** Searching is done in the text. */
    void find() {
        if (!find.isDisabled()) {
            asText.setSelected(true);
            body.asTree(false);
            body.text().openSearch();
        }
    }

    void show(Shown shown) {
        boolean any = shown.source().filter(source -> !source.payload().isEmpty()).isPresent();
        boolean isImage = shown.image().isPresent();
        asText.setDisable(!any || shown.read().orElseThrow().rendering().tree().isEmpty());
        wrap.setDisable(!any || isImage);
        find.setDisable(!any || isImage);
        zoomOut.setDisable(!isImage);
        zoomIn.setDisable(!isImage);
        save.setDisable(!any);
    }

    void saveState(Memento memento) {
        memento.put("asText", asText.isSelected());
        memento.put("wrap", wrap.isSelected());
    }

    void restoreState(Memento memento) {
        asText.setSelected(memento.flag("asText", false));
        body.asTree(!asText.isSelected());
        wrap.setSelected(memento.flag("wrap", true));
    }
}
