package dev.fourshake.ui.view;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Lists to choose from. */
public final class Choices {

    private Choices() {
    }

    /** Fills a list with values, each named by {@code text}. */
    public static <T> void fill(ComboBox<T> box, List<T> values, T chosen, Function<T, String> text) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                return box.getValue();
            }
        });
        box.getItems().setAll(values);
        box.setValue(chosen);
    }

    /** Offers other values; the chosen one stays chosen while it is among them, else it is the first. */
    public static <T> void offer(ComboBox<T> box, List<T> values) {
        T chosen = box.getValue();
        if (!box.getItems().equals(values)) {
            box.getItems().setAll(values);
        }
        T next = chosen != null && values.contains(chosen) ? chosen : values.isEmpty() ? null : values.getFirst();
        if (box.getValue() != next) {
            box.setValue(next);
        }
    }
}
