package dev.fourshake.app.tap.hold;

import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where a tap does something with packets, and what. Keep-alive (PINGREQ, PINGRESP) always passes, so that no side
 * times out.
 *
 * @param link       number of the link; empty for all links of the tap, those to come too
 * @param client     Client Identifier of the device, by whatever link it comes; empty for all devices
 * @param types      of the packets
 * @param directions of the packets
 * @param filter     which of them; {@link Filter#all()} for each. It is asked when the packet comes: one that asks for
 *                   what only the trace can know is refused (see {@link #problem})
 * @param hit        0 for each of these; n for the n-th that comes to the tap from when the breakpoint is set, and
 *                   that one alone
 * @param reaction   what is done with it
 */
public record Breakpoint(OptionalInt link, String client, Set<PacketType> types, Set<Direction> directions,
                         Filter<Subject> filter, int hit, Reaction reaction) {

    public Breakpoint {
        types = Set.copyOf(types);
        directions = Set.copyOf(directions);
        problem(filter).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.text());
        });
        if (hit < 0) {
            throw new IllegalArgumentException("Packets are counted from 1: " + hit);
        }
    }

    /** Why packets cannot be looked for by this filter when they come; empty where they can. */
    public static Optional<Message> problem(Filter<Subject> filter) {
        return filter.unknowable().map(asked -> Message.of(Breakpoint.class, "breakpoint.filter", asked));
    }

    /** Holds these types on all links, both ways. */
    public static Breakpoint on(PacketType... types) {
        return on(Set.of(types), Set.of(Direction.values()));
    }

    /** Holds these types on all links. */
    public static Breakpoint on(Set<PacketType> types, Set<Direction> directions) {
        return new Breakpoint(OptionalInt.empty(), "", types, directions, Filter.all(), 0, new Reaction.Hold());
    }

    public Breakpoint of(String clientId) {
        return new Breakpoint(link, clientId, types, directions, filter, hit, reaction);
    }

    public Breakpoint onLink(int number) {
        return new Breakpoint(OptionalInt.of(number), client, types, directions, filter, hit, reaction);
    }

    public Breakpoint in(Direction direction) {
        return new Breakpoint(link, client, types, Set.of(direction), filter, hit, reaction);
    }

    public Breakpoint where(Filter<Subject> wanted) {
        return new Breakpoint(link, client, types, directions, wanted, hit, reaction);
    }

    public Breakpoint atHit(int number) {
        return new Breakpoint(link, client, types, directions, filter, number, reaction);
    }

    public Breakpoint then(Reaction other) {
        return new Breakpoint(link, client, types, directions, filter, hit, other);
    }
}
