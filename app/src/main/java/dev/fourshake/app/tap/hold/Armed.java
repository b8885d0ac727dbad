package dev.fourshake.app.tap.hold;

import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.concurrent.atomic.AtomicInteger;

/** A breakpoint that is set, and how many packets have met it at this tap. Any thread. */
record Armed(Breakpoint breakpoint, AtomicInteger hits) {

    Armed(Breakpoint breakpoint) {
        this(breakpoint, new AtomicInteger());
    }

    /** @param client empty where nobody knows: it may turn out to be the one that is meant */
    boolean concerns(int link, String client) {
        return (breakpoint.link().isEmpty() || breakpoint.link().getAsInt() == link)
                && (client.isEmpty() || isOf(client));
    }

    private boolean isOf(String client) {
        return breakpoint.client().isEmpty() || breakpoint.client().equals(client);
    }

    /** Whether a packet of this type can still make it react. */
    boolean isFor(Direction direction, PacketType type) {
        return breakpoint.types().contains(type) && breakpoint.directions().contains(direction)
                && (breakpoint.hit() == 0 || hits.get() < breakpoint.hit());
    }

    boolean asksForContent() {
        return !breakpoint.filter().isAll();
    }

    /**
     * Counts the packet where it is one of those that are meant, and tells whether it is the one that is waited for.
     */
    boolean isMetBy(Subject packet) {
        if (!isFor(packet.direction(), packet.type()) || !isOf(packet.clientId())
                || !breakpoint.filter().matches(packet)) {
            return false;
        }
        int number = hits.incrementAndGet();
        return breakpoint.hit() == 0 || number == breakpoint.hit();
    }
}
