package dev.fourshake.model.dissect;

import java.util.List;

/** A decoded frame together with its field tree: what the Packet view shows. */
public record Dissection(Decoded decoded, List<Field> fields) {

    public Dissection {
        fields = List.copyOf(fields);
    }
}
