package dev.fourshake.ui.view.drill;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** Several values of which any number can be chosen, each with a check box. */
final class ChoiceBoxes<T> {

    private final Map<T, CheckBox> boxes = new LinkedHashMap<>();
    private final FlowPane node = new FlowPane(12, 4);

    /** All are chosen at first. */
    ChoiceBoxes(List<T> values, Function<T, String> text, Function<T, String> id, Runnable changed) {
        for (T value : values) {
            CheckBox box = new CheckBox(text.apply(value));
            box.setId("drill-" + id.apply(value));
            box.setMnemonicParsing(false);
            box.setSelected(true);
            box.selectedProperty().subscribe((_, _) -> changed.run());
            boxes.put(value, box);
            node.getChildren().add(box);
        }
    }

    /** With a sentence for each. */
    ChoiceBoxes<T> hints(Function<T, String> hint) {
        boxes.forEach((value, box) -> box.setTooltip(new Tooltip(hint.apply(value))));
        return this;
    }

    Node node() {
        return node;
    }

    Set<T> chosen() {
        Set<T> chosen = new LinkedHashSet<>();
        boxes.forEach((value, box) -> {
            if (box.isSelected()) {
                chosen.add(value);
            }
        });
        return chosen;
    }

    void choose(Set<T> chosen) {
        boxes.forEach((value, box) -> box.setSelected(chosen.contains(value)));
    }
}
