package dev.fourshake.ui.view.exchange;

import dev.fourshake.model.trace.TraceSnapshot;
import java.util.Optional;

/** Finds what to look at in a trace in which nothing was chosen: what is held, else the newest message. */
final class Newest {

    /** Among so many exchanges before the newest; behind that many pings nobody waits for a message. */
    private static final int REACH = 4096;

    private int looked;
    private int message = -1;

    Optional<Moment> in(TraceSnapshot trace) {
        for (int row : trace.heldRows()) {
            if (trace.exchangeId(row) >= 0) {
                return Optional.of(new Moment(trace.exchangeId(row), Moment.NOW));
            }
        }
        return message(trace);
    }

    private Optional<Moment> message(TraceSnapshot trace) {
        int count = trace.exchangeCount();
        if (count < looked) {
            looked = 0;
            message = -1;
        }
        for (int id = count - 1; id >= Math.max(looked, count - REACH); id--) {
            if (trace.exchange(id).kind().isDelivery()) {
                message = id;
                break;
            }
        }
        looked = count;
        return message < 0 ? Optional.empty() : Optional.of(new Moment(message, Moment.NOW));
    }
}
