package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.workspace.HoldPlan;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * At which packets a tap stops while Hold is on.
 *
 * @param directions never empty
 */
record HoldSettings(Set<PacketType> types, Set<Direction> directions, Scope scope) {

    /** The packets of a message. */
    static final Set<PacketType> DELIVERY = Set.of(PacketType.PUBLISH, PacketType.PUBACK, PacketType.PUBREC,
            PacketType.PUBREL, PacketType.PUBCOMP);

    /** All that can be held: all but keep-alive. */
    static final Set<PacketType> ALL = Set.copyOf(EnumSet.complementOf(
            EnumSet.of(PacketType.RESERVED, PacketType.PINGREQ, PacketType.PINGRESP)));

    static final HoldSettings DEFAULT = new HoldSettings(DELIVERY, Set.of(Direction.values()), new Scope.AllDevices());

    HoldSettings {
        types = Set.copyOf(types);
        directions = Set.copyOf(directions);
    }

    /** Those that were set for the tap before, for all devices. */
    static HoldSettings of(HoldPlan plan) {
        return new HoldSettings(plan.types(), plan.directions(), new Scope.AllDevices());
    }

    HoldSettings types(Set<PacketType> others) {
        return new HoldSettings(others, directions, scope);
    }

    HoldSettings scope(Scope other) {
        return new HoldSettings(types, directions, other);
    }

    /** With this type if it is not among them, else without it. */
    HoldSettings toggle(PacketType type) {
        return types(toggled(type, types, PacketType.class));
    }

    /** The last direction stays. */
    HoldSettings toggle(Direction direction) {
        Set<Direction> others = toggled(direction, directions, Direction.class);
        return others.isEmpty() ? this : new HoldSettings(types, others, scope);
    }

    private static <E extends Enum<E>> Set<E> toggled(E value, Set<E> values, Class<E> type) {
        Set<E> others = EnumSet.noneOf(type);
        others.addAll(values);
        if (!others.remove(value)) {
            others.add(value);
        }
        return others;
    }

    /** What that means at the tap of this trace. */
    List<Breakpoint> breakpoints(TraceSnapshot trace) {
        return types.isEmpty() ? List.of() : List.of(scope.narrow(Breakpoint.on(types, directions), trace));
    }
}
