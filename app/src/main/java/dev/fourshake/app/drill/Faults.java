package dev.fourshake.app.drill;

import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.app.tap.hold.Reaction.Cut;
import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.tap.hold.Reaction.Cut.Moment;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.wire.PacketType;
import java.time.ZoneOffset;
import java.util.Set;

/** Faults as the tap does them: to the first packet of the step that comes, and to no other. */
final class Faults {

    private Faults() {
    }

    static Breakpoint breakpoint(FaultPoint point, DrillTimes times) {
        return Breakpoint.on(Set.of(point.step()), Set.of(point.stepDirection())).where(filter(point)).atHit(1)
                .then(reaction(point.fault(), times));
    }

    /** Of all acknowledgements, type and direction say to which handshake they belong. */
    private static Filter<Subject> filter(FaultPoint point) {
        return point.step() == PacketType.PUBLISH && Filter.parse("qos = " + point.qos().level(), ZoneOffset.UTC)
                instanceof Filter.Good(Filter<Subject> filter) ? filter : Filter.all();
    }

    private static Reaction reaction(Fault fault, DrillTimes times) {
        return switch (fault) {
            case LOST -> new Reaction.Drop();
            // FIN behind the packet: a RST could overtake it in the receiver.
            case CUT_AFTER -> new Cut(Moment.AFTER, Manner.FIN);
            case CUT_BEFORE, BROKER_RESTART, BROKER_RESET, DEVICE_RESTART, DEVICE_RESET ->
                    new Cut(Moment.BEFORE, Manner.RST);
            case DELAYED -> new Reaction.Delay(times.delay());
            case DUPLICATED -> new Reaction.Duplicate();
        };
    }
}
