package dev.fourshake.app.tap;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where a tap holds packets back. Keep-alive (PINGREQ, PINGRESP) is never held, so that no side times out.
 *
 * @param link       number of the link; empty for all links of the tap, those to come too
 * @param types      of the packets
 * @param directions of the packets
 */
public record Breakpoint(OptionalInt link, Set<PacketType> types, Set<Direction> directions) {

    public Breakpoint {
        types = Set.copyOf(types);
        directions = Set.copyOf(directions);
    }

    /** At these types on all links, both ways. */
    public static Breakpoint on(PacketType... types) {
        return new Breakpoint(OptionalInt.empty(), Set.of(types), Set.of(Direction.values()));
    }

    public Breakpoint onLink(int number) {
        return new Breakpoint(OptionalInt.of(number), types, directions);
    }

    public Breakpoint in(Direction direction) {
        return new Breakpoint(link, types, Set.of(direction));
    }

    boolean concerns(int number) {
        return link.isEmpty() || link.getAsInt() == number;
    }

    boolean stops(Direction direction, PacketType type) {
        return directions.contains(direction) && types.contains(type);
    }
}
