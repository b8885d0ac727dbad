package dev.fourshake.app.workspace;

import dev.fourshake.app.tap.Breakpoint;
import dev.fourshake.app.tap.Reaction;
import dev.fourshake.model.filter.Completion;
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
 * A breakpoint as the user has set it up: unlike that of a tap it names the device, which comes and goes with its links,
 * and may be switched off.
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
        return new BreakpointPlan(true, breakpoint.types(), breakpoint.directions(), "", filter, breakpoint.hit(),
                breakpoint.reaction());
    }

    public BreakpointPlan enabled(boolean now) {
        return new BreakpointPlan(now, types, directions, client, filter, hit, reaction);
    }

    /**
     * What it means to the tap.
     *
     * @param link by which the device is connected; empty: asks each packet for its client, if the plan names one
     */
    public Breakpoint on(OptionalInt link) {
        return new Breakpoint(link, types, directions, link.isPresent() || client.isEmpty() ? filter : ofClient(), hit,
                reaction);
    }

    private Filter<Subject> ofClient() {
        return and(Field.CLIENT.code() + " = " + Completion.word(client), filter);
    }

    private static Filter<Subject> and(String condition, Filter<Subject> filter) {
        String both = filter.isAll() ? condition : condition + " and (" + filter.text() + ")";
        return Filter.parse(Language.PACKETS, both, ZoneId.systemDefault())
                instanceof Filter.Good<Subject>(Filter<Subject> good) ? good : filter;
    }
}
