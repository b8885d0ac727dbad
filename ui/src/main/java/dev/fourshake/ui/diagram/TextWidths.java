package dev.fourshake.ui.diagram;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures text of one font, each only once as long as it is in use. For the JavaFX thread. */
final class TextWidths {

    private static final int KEPT = 4_000;

    private final Text probe = new Text();
    private final Map<String, Double> known = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
            return size() > KEPT;
        }
    };

    TextWidths(Font font) {
        probe.setFont(font);
    }

    double of(String text) {
        return known.computeIfAbsent(text, this::measure);
    }

    private double measure(String text) {
        probe.setText(text);
        return probe.getLayoutBounds().getWidth();
    }
}
