package dev.fourshake.model.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each topic once, with a number. 0 is no topic. One thread adds. */
final class Topics {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final AppendList<String> names = new AppendList<>();

    Topics() {
        number("");
    }

    int number(String topic) {
        Integer known = numbers.get(topic);
        if (known != null) {
            return known;
        }
        int number = names.size();
        numbers.put(topic, number);
        names.add(topic);
        return number;
    }

    String name(int number) {
        return names.get(number);
    }

    /** The names of all topics, by their numbers. */
    List<String> view() {
        return names.view();
    }
}
