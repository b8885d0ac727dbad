package dev.fourshake.app.workspace;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is held at one tap, as it stands in the file; what is not said is null. */
record SavedHold(String tap, boolean skipAll, List<String> holdTypes, List<String> holdDirections, Long releaseSeconds,
                 List<SavedBreakpoint> breakpoints) {

    static SavedHold of(String tap, HoldPlan plan) {
        return new SavedHold(tap, plan.skipAll(), SavedBreakpoint.names(plan.types()),
                SavedBreakpoint.names(plan.directions()), plan.releaseAfter().map(Duration::toSeconds).orElse(null),
                plan.breakpoints().stream().map(SavedBreakpoint::of).toList());
    }

    /** @throws IllegalArgumentException if it names a type or a direction that is not known */
    HoldPlan plan() {
        List<SavedBreakpoint> saved = Objects.requireNonNullElse(breakpoints, List.of());
        Set<Direction> ways = SavedBreakpoint.values(Objects.requireNonNullElse(holdDirections, List.of()),
                Direction::valueOf);
        return new HoldPlan(saved.stream().flatMap(each -> each.plan().stream()).toList(), skipAll,
                SavedBreakpoint.values(Objects.requireNonNullElse(holdTypes, List.of()), PacketType::valueOf),
                ways.isEmpty() ? Set.of(Direction.values()) : ways,
                Optional.ofNullable(releaseSeconds).filter(seconds -> seconds > 0).map(Duration::ofSeconds));
    }
}
