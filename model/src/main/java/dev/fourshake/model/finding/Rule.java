package dev.fourshake.model.finding;

import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/**
 * One thing to look for in the traffic: a small class, shown each row in order, that keeps for itself what it needs
 * to remember. It may accuse only where enough was seen ({@link dev.fourshake.model.session.SessionState#isKnown}).
 * Writer's thread only.
 */
public interface Rule {

    /** The packet types that it wants to be shown. */
    default Set<PacketType> types() {
        return EnumSet.allOf(PacketType.class);
    }

    /**
     * Whether it wants to be shown packets of this type under these circumstances: where it has nothing to say of the
     * others, and nothing to remember. Asked once for each combination; the answer is kept.
     */
    default boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return types().contains(type);
    }

    /** A packet that it {@link #wants} was seen; its exchange and session have taken it in already. */
    default void packet(Observation seen, FindingSink sink) {
    }

    /** Something else was seen: a link's end, bytes that are not MQTT or were missed, a held packet that left. */
    default void event(Observation seen, FindingSink sink) {
    }

    /**
     * A new second of the trace's own time has begun: what was due by now and did not come is late. Called before the
     * first row of that second is judged, so that a capture gives the same findings at any speed. What is found here
     * concerns whatever link the rule says, not that of the row: {@link FindingSink#reportOn}.
     */
    default void clock(long nowNanos, FindingSink sink) {
    }
}
