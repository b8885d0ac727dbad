package dev.fourshake.app.drill.judge;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The part of a case's trace that tells what happened. */
public final class Story {

    private Story() {
    }

    /**
     * Rows of the device's links, without keep-alive and other messages; all of its messages where there is none to be
     * judged.
     */
    public static int[] rows(Evidence evidence) {
        Reading reading = new Reading(evidence);
        TraceSnapshot trace = evidence.trace();
        Set<Integer> wanted = reading.carriers(evidence.point().direction(), true).stream().map(Exchange::id)
                .collect(Collectors.toSet());
        return IntStream.range(0, trace.rowCount()).filter(reading::isOfDevice).filter(row -> {
            int id = trace.exchangeId(row);
            if (id < 0) {
                return true;
            }
            ExchangeKind kind = trace.exchange(id).kind();
            return kind != ExchangeKind.PING && (!kind.isDelivery() || wanted.isEmpty() || wanted.contains(id));
        }).toArray();
    }
}
