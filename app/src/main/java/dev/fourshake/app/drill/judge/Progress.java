package dev.fourshake.app.drill.judge;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.wire.Direction;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a case has come.
 *
 * @param isBegun   the message was published where the fault waits for it
 * @param isHit     the fault has happened
 * @param isOver    the handshake has come to its end, good or bad
 * @param isBack    the device is connected again after the fault
 * @param onWire    how often the message got to its subscriber
 * @param lastRow   of the message, on either side of the broker; -1 while there is none
 */
public record Progress(boolean isBegun, boolean isHit, boolean isOver, boolean isBack, int onWire, int lastRow) {

    /** How far the case is by what is known of it now. */
    public static Progress of(Evidence evidence) {
        Reading reading = new Reading(evidence);
        boolean devicePublishes = evidence.point().devicePublishes();
        List<Exchange> published = reading.carriers(Direction.CLIENT_TO_SERVER, devicePublishes);
        List<Exchange> delivered = reading.carriers(Direction.SERVER_TO_CLIENT, !devicePublishes);
        return new Progress(reading.handshake().isPresent(), reading.hit().isPresent(),
                reading.handshake().filter(each -> each.outcome() != Outcome.OPEN).isPresent(),
                Return.of(reading).isPresent(), WireCount.of(reading, delivered),
                Stream.concat(published.stream(), delivered.stream()).mapToInt(Exchange::lastRow).max().orElse(-1));
    }
}
