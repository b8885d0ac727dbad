package dev.fourshake.model.trace;

import dev.fourshake.model.delivery.Delivery;
import dev.fourshake.model.delivery.Publication;
import dev.fourshake.model.delivery.TieKind;
import dev.fourshake.model.delivery.TieLog;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.Passage;
import dev.fourshake.model.wire.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads messages across the broker from the columns of a snapshot. */
record Publications(Rows rows, ExchangeLog exchanges, TieLog ties) {

    private static final int NONE = -1;

    /** The exchange by which the message of this one was published; -1 where that is not known. */
    int publisherOf(int exchange) {
        if (exchanges.direction(exchange) == Direction.SERVER_TO_CLIENT) {
            return ties.publisher(exchange);
        }
        boolean publishes = exchanges.kind(exchange).isDelivery();
        boolean wills = exchanges.kind(exchange) == ExchangeKind.CONNECT && isKnown(ties.first(exchange));
        return publishes || wills ? exchange : NONE;
    }

    Publication of(int publisher) {
        int arrived = exchanges.kind(publisher) == ExchangeKind.CONNECT ? NONE : arrival(publisher);
        List<Delivery> deliveries = new ArrayList<>();
        for (int id = ties.first(publisher); isKnown(id); id = ties.next(id)) {
            deliveries.add(delivery(id, arrived));
        }
        return new Publication(publisher, exchanges.session(publisher), deliveries, ties.lost(publisher));
    }

    private Delivery delivery(int id, int arrived) {
        TieKind kind = ties.kind(id);
        boolean timed = arrived != NONE && kind != TieKind.RETAINED;
        int sent = exchanges.firstRow(id);
        int finished = exchanges.finishedRow(id);
        boolean acknowledged = exchanges.kind(id) != ExchangeKind.QOS_0 && finished < rows.count()
                && exchanges.outcome(id) == Outcome.COMPLETE;
        return new Delivery(id, exchanges.session(id), kind, exchanges.kind(id), sent, between(timed, arrived, sent),
                between(timed && acknowledged, arrived, finished));
    }

    private OptionalLong between(boolean known, int from, int to) {
        return known ? OptionalLong.of(rows.timeNanos(to) - rows.timeNanos(from)) : OptionalLong.empty();
    }

    /** The row at which the message got to the broker; -1 where it never did. */
    private int arrival(int publisher) {
        for (int row = exchanges.firstRow(publisher); row >= 0 && row < rows.count(); row = rows.next(row)) {
            Passage passage = rows.kind(row) == RowKind.RELEASED ? Passage.ofRelease(rows.fate(row))
                    : Passage.ofFrame(rows.fate(row));
            if (passage.isArrived()) {
                return row;
            }
        }
        return NONE;
    }

    private boolean isKnown(int exchange) {
        return exchange >= 0 && exchange < exchanges.count();
    }
}
