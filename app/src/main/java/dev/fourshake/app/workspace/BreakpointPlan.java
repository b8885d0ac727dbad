package dev.fourshake.app.workspace;

import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.model.filter.Field;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Language;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A breakpoint as the user has set it up: unlike that of a tap it may be switched off.
 *
 * @param client   Client Identifier of the device; empty for all devices
 * @param hit      0: each packet that matches; n: the n-th, and it alone
 */
public record BreakpointPlan(boolean enabled, Set<PacketType> types, Set<Direction> directions, String client,
                             Filter<Subject> filter, int hit, Reaction reaction) {

    public BreakpointPlan {
        types = Set.copyOf(types);
        directions = Set.copyOf(directions);
    }

    /** One that a script has; the link that it may name becomes a condition of its filter. */
    public static BreakpointPlan of(Breakpoint breakpoint) {
        Filter<Subject> filter = breakpoint.link().isEmpty() ? breakpoint.filter()
                : and(Field.LINK.code() + " = " + breakpoint.link().getAsInt(), breakpoint.filter());
        return new BreakpointPlan(true, breakpoint.types(), breakpoint.directions(), breakpoint.client(), filter,
                breakpoint.hit(), breakpoint.reaction());
    }

    public BreakpointPlan enabled(boolean now) {
        return new BreakpointPlan(now, types, directions, client, filter, hit, reaction);
    }

    /** What it means to the tap. */
    public Breakpoint toBreakpoint() {
        return new Breakpoint(OptionalInt.empty(), client, types, directions, filter, hit, reaction);
    }

    private static Filter<Subject> and(String condition, Filter<Subject> filter) {
        String both = filter.isAll() ? condition : condition + " and (" + filter.text() + ")";
        return Filter.parse(Language.PACKETS, both, ZoneId.systemDefault())
                instanceof Filter.Good<Subject>(Filter<Subject> good) ? good : filter;
    }
}
