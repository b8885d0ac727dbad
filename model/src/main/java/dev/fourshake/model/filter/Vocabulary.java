package dev.fourshake.model.filter;

import java.util.List;

/** Values that were seen, to be proposed to who types a filter. */
public interface Vocabulary {

    /** Where nothing was seen. */
    Vocabulary NONE = new Vocabulary() { };

    default List<String> clients() {
        return List.of();
    }

    default List<String> topics() {
        return List.of();
    }

    /** Identifiers of findings. */
    default List<String> rules() {
        return List.of();
    }
}
