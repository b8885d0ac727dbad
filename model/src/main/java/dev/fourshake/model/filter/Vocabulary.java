package dev.fourshake.model.filter;

import java.util.List;

/** Values that were seen, to be proposed to who types a filter. */
@FunctionalInterface
public interface Vocabulary {

    /** Where nothing was seen. */
    Vocabulary NONE = _ -> List.of();

    /** Of a field, by its {@linkplain Field#code code}; the likeliest first. */
    List<String> of(String field);
}
