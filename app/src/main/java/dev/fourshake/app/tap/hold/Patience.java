package dev.fourshake.app.tap.hold;

import java.util.OptionalLong;

/**
 * How long the two sides of a link still bear what the tap keeps from them, as far as that is known: nanoseconds since
 * 1970-01-01T00:00Z. While something is held the tap does what it can that neither time is reached.
 *
 * @param brokerNanos when the broker gives the device up if nothing comes: one and a half Keep Alive after the last
 *                    packet that went to it (MQTT 5.0 section 3.1.2.10); empty where Keep Alive is off or not known
 * @param deviceNanos when the device may give the broker up: a Keep Alive after its PINGREQ, if that is not answered.
 *                    The specification leaves the time to the device; this is what many do. Empty where no answer is
 *                    owed
 */
public record Patience(OptionalLong brokerNanos, OptionalLong deviceNanos) {

    /** Nothing is known. */
    public static final Patience UNKNOWN = new Patience(OptionalLong.empty(), OptionalLong.empty());
}
