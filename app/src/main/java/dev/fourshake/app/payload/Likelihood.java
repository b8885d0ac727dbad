package dev.fourshake.app.payload;

import dev.fourshake.model.text.Message;

/** How sure a format is of a payload, from the least to the most: also the order in which the formats are tried. */
public enum Likelihood {

    /** It cannot be this format, or nothing speaks for it. */
    NO,
    /** Fits any bytes: the last resort. */
    ANY_BYTES,
    /** The bytes may be meant so, and many others too. */
    POSSIBLE,
    /** All bytes are legible text. */
    LEGIBLE,
    /** The bytes begin and end as this format does. */
    SHAPE,
    /** A signature that hardly anything else has. */
    SIGNATURE,
    /** The topic's form is reserved for this format. */
    TOPIC,
    /** The Content Type names this format (MQTT 5.0 section 3.3.2.3.9). */
    CONTENT_TYPE;

    /** Why the format was chosen, as a sentence. */
    public Message reason() {
        return Message.of(Likelihood.class, "because." + name());
    }

    /** This, if {@code it} is so; else {@link #NO}. */
    public Likelihood when(boolean it) {
        return it ? this : NO;
    }

    /** The surer of both. */
    public Likelihood or(Likelihood other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
