package dev.fourshake.ui.filter;

import dev.fourshake.ui.workbench.view.Memento;
import java.util.ArrayList;
import java.util.List;

/** The filters that were used last, the latest first. For one thread. */
final class FilterHistory {

    private static final int MOST = 20;
    private static final String KEY = "filter.history.";

    private final List<String> texts = new ArrayList<>();

    void add(String text) {
        if (!text.isBlank()) {
            texts.remove(text);
            texts.addFirst(text);
            if (texts.size() > MOST) {
                texts.removeLast();
            }
        }
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    void save(Memento memento) {
        for (int i = 0; i < texts.size(); i++) {
            memento.put(KEY + i, texts.get(i));
        }
    }

    void restore(Memento memento) {
        texts.clear();
        for (int i = 0; i < MOST; i++) {
            memento.text(KEY + i).ifPresent(texts::add);
        }
    }
}
