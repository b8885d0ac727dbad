package dev.fourshake.app.workspace;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the user has set up to be held at one tap.
 *
 * @param breakpoints  in the order of the list
 * @param skipAll      whether all of them are passed over for now
 * @param types        at which the Hold button stops
 * @param directions   in which it stops; never empty
 * @param releaseAfter how long a packet stands at most; empty: as the tap has it
 */
public record HoldPlan(List<BreakpointPlan> breakpoints, boolean skipAll, Set<PacketType> types,
                       Set<Direction> directions, Optional<Duration> releaseAfter) {

    public HoldPlan {
        breakpoints = List.copyOf(breakpoints);
        types = Set.copyOf(types);
        directions = Set.copyOf(directions);
    }

    public HoldPlan breakpoints(List<BreakpointPlan> others) {
        return new HoldPlan(others, skipAll, types, directions, releaseAfter);
    }

    public HoldPlan skipAll(boolean now) {
        return new HoldPlan(breakpoints, now, types, directions, releaseAfter);
    }

    public HoldPlan stopsAt(Set<PacketType> otherTypes, Set<Direction> otherDirections) {
        return new HoldPlan(breakpoints, skipAll, otherTypes, otherDirections, releaseAfter);
    }

    public HoldPlan releaseAfter(Duration time) {
        return new HoldPlan(breakpoints, skipAll, types, directions, Optional.of(time));
    }

    /**
     * The same with the breakpoints of another plan behind its own, unless it has them, on or off. All do what they
     * did: where only one of the two is skipped, its breakpoints are switched off instead.
     */
    HoldPlan with(HoldPlan other) {
        boolean both = skipAll && other.skipAll;
        List<BreakpointPlan> all = new ArrayList<>(both ? breakpoints : active());
        (both ? other.breakpoints : other.active()).stream().filter(each -> all.stream()
                .noneMatch(own -> own.enabled(each.enabled()).equals(each))).forEach(all::add);
        return new HoldPlan(all, both, types, directions, releaseAfter.or(() -> other.releaseAfter));
    }

    /** What the breakpoints come to without {@link #skipAll}. */
    private List<BreakpointPlan> active() {
        return skipAll ? breakpoints.stream().map(each -> each.enabled(false)).toList() : breakpoints;
    }
}
