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

    /** A packet of one of {@link #types} was seen; its exchange and session have taken it in already. */
    default void packet(Observation seen, FindingSink sink) {
    }

    /** Something else was seen: a link's end, bytes that are not MQTT or were missed, a held packet that left. */
    default void event(Observation seen, FindingSink sink) {
    }
}
