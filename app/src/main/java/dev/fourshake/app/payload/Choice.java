package dev.fourshake.app.payload;

import dev.fourshake.model.text.Message;
import java.util.Optional;

/** How the format of a payload is found. */
public sealed interface Choice {

    Choice BY_LOOKING = new ByLooking();

    /** By Content Type, topic and the bytes themselves. */
    record ByLooking() implements Choice {
    }

    /**
     * The user has said it.
     *
     * @param format a format's id
     * @param reason a sentence: for this packet, or by a rule
     */
    record Given(String format, Schema schema, Message reason) implements Choice {
    }

    /** What the user chose for one packet. */
    static Choice forThis(String format, Schema schema) {
        return new Given(format, schema, Message.of(Choice.class, "because.chosen"));
    }

    default Schema schemaOrNone() {
        return switch (this) {
            case ByLooking _ -> Schema.NONE;
            case Given given -> given.schema();
        };
    }

    default Optional<String> formatGiven() {
        return switch (this) {
            case ByLooking _ -> Optional.empty();
            case Given given -> Optional.of(given.format());
        };
    }
}
