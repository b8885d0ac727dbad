package dev.fourshake.ui.view.exchange;

import dev.fourshake.model.wire.PacketType;

/**
 * A packet between the two sides.
 *
 * @param times how often it was sent
 */
record Rung(PacketType packet, boolean fromSender, Passing passing, int times) {

    /** How far it has come. */
    enum Passing {
        /** Not sent yet, or to be sent once more. */
        AHEAD,
        /** Sent, and it stands at the tap. */
        HELD,
        /** Sent, and it never got there. */
        LOST,
        ARRIVED
    }
}
