package dev.fourshake.model.dissect;

import java.util.List;
import java.util.Optional;

/** A decoded frame together with its field tree: what the Packet view shows. */
public record Dissection(Decoded decoded, List<Field> fields) {

    public Dissection {
        fields = List.copyOf(fields);
    }

    /**
     * The smallest field whose bytes hold {@code index}: what choosing a byte marks. In a byte of flags it is the byte,
     * as none of its flags is meant more than the others.
     */
    public Optional<Field> fieldAt(int index) {
        Optional<Field> found = Optional.empty();
        List<Field> level = fields;
        while (true) {
            Optional<Field> inner = level.stream()
                    .filter(field -> field.covers(index) && field.bitMask() == 0xFF)
                    .findFirst();
            if (inner.isEmpty()) {
                return found;
            }
            found = inner;
            level = inner.get().children();
        }
    }
}
