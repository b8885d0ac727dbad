package dev.fourshake.app.drill.result;

import java.util.OptionalInt;

/**
 * How often the message was delivered to its subscriber.
 *
 * @param onWire        that a right receiver hands on, by the packets that got to the subscriber
 * @param atApplication as the subscriber's application counted; empty where nobody can ask it
 */
public record Deliveries(int onWire, OptionalInt atApplication) {

    /** What counts in the end. */
    public int count() {
        return atApplication.orElse(onWire);
    }
}
