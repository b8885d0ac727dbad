package dev.fourshake.app.tap.hold;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import java.time.Duration;

/**
 * What is done with a packet: by itself where a {@link Breakpoint} says so, or by hand with one that is held
 * ({@link HoldControl#react}). The trace is told of each, as its own doing of the tap.
 */
public sealed interface Reaction {

    /** Stands at the tap until it is let go: by hand, or by itself after {@link HoldControl#releaseAfter()}. */
    record Hold() implements Reaction {
    }

    /** The receiver never gets it. */
    record Drop() implements Reaction {
    }

    /** Goes on twice, the same bytes. */
    record Duplicate() implements Reaction {
    }

    /**
     * Goes on later. What comes behind it in its direction waits, so that the order is kept; keep-alive passes.
     *
     * @param by more than nothing
     */
    record Delay(Duration by) implements Reaction {

        public Delay {
            if (!by.isPositive()) {
                throw new IllegalArgumentException("A delay has to be longer than nothing: " + by);
            }
        }
    }

    /** The tap ends the link, on both sides. What else stands at it is lost. */
    record Cut(Moment moment, Manner manner) implements Reaction {

        /** Whether the receiver still gets the packet. */
        public enum Moment { BEFORE, AFTER }

        /** How both sides see the end: TCP FIN, or TCP RST. */
        public enum Manner { FIN, RST }
    }

    /**
     * The receiver never gets it; its sender is answered in the receiver's place.
     *
     * @param packet a whole one, which goes back as it is
     */
    record Answer(Bytes packet) implements Reaction {

        public Answer {
            requireBytes(packet);
        }
    }

    /**
     * As {@link Answer}, with an acknowledgement that bears the Packet Identifier of the packet that it answers; a
     * packet without one is dropped and not answered.
     *
     * @param type       PUBACK, PUBREC, PUBREL, PUBCOMP, SUBACK or UNSUBACK
     * @param reasonCode left out where the link is older than MQTT 5, but for SUBACK
     */
    record Acknowledge(PacketType type, int reasonCode) implements Reaction {

        public Acknowledge {
            OwnPackets.requireAcknowledgement(type);
            if (reasonCode < 0 || reasonCode > 0xFF) {
                throw new IllegalArgumentException("A Reason Code has one byte: " + reasonCode);
            }
        }
    }

    /**
     * Edited: the receiver never gets what was sent, and gets this in its place, marked as the tap's own for ever.
     *
     * @param packet the bytes that go on; nobody looks whether they are a packet
     */
    record Replace(Bytes packet) implements Reaction {

        public Replace {
            requireBytes(packet);
        }
    }

    private static void requireBytes(Bytes packet) {
        if (packet.isEmpty()) {
            throw new IllegalArgumentException("A packet has bytes.");
        }
    }
}
