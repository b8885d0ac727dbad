package dev.fourshake.model.diagram;

/**
 * A lifeline.
 *
 * @param number in the order of first appearance, brokers included; never changes
 * @param id     of a CLIENT its session, of a LINK its link, of a BROKER its number among the brokers
 * @param side   where it stands; of a client {@link Side#UNDECIDED} until it publishes or subscribes
 * @param rank   distance from the broker among those of its side, from 0; never changes once the side is decided
 */
public record Lane(int number, Kind kind, int id, Side side, int rank) {

    /** What a lifeline stands for. */
    public enum Kind {
        BROKER,
        /** A session: the same client identifier, over all its connections. */
        CLIENT,
        /** A connection that sent something and never said in a CONNECT who it is. */
        LINK
    }

    /** Where a lifeline stands, seen from the broker. */
    public enum Side {
        /** Published before it subscribed. */
        LEFT,
        /** The broker. */
        MIDDLE,
        /** Subscribed, or was sent a message, before it published. */
        RIGHT,
        /** Did none of these yet; stands left, outside of those that published. */
        UNDECIDED
    }
}
