package dev.fourshake.ui.view.exchange;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.LinkLoss;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that the view shows of an exchange at one moment, read from the columns of the trace. Equal sheets look the same.
 *
 * @param exchange      at the moment
 * @param row           of the trace just after which it stood like that
 * @param isNow         whether it has not changed since
 * @param client        Client Identifier, or the address of a client that has not said it
 * @param expirySeconds Session Expiry Interval of the session, as {@link Session#expirySeconds}
 * @param isCut         whether it is now open and its session without a link
 * @param beganNanos    time of its first packet
 * @param lastNanos     time of its last step at the moment
 * @param reach         the message across the broker, as it stands now; empty where the exchange is none
 */
record ExchangeSheet(Exchange exchange, int row, boolean isNow, Ladder ladder, List<StepLine> steps, String client,
                     ProtocolVersion version, OptionalLong expirySeconds, boolean isCut, long beganNanos,
                     long lastNanos, List<ReachLine> reach) {

    /** @param moment {@linkplain Moment#isIn in} the trace */
    static ExchangeSheet of(TraceSnapshot trace, Moment moment) {
        Exchange whole = trace.exchange(moment.exchange());
        int row = moment.row() == Moment.NOW ? trace.rowCount() - 1 : moment.row();
        Exchange then = moment.row() == Moment.NOW ? whole : trace.exchangeAt(whole.id(), row);
        boolean isNow = then.steps().size() == whole.steps().size() && then.outcome() == whole.outcome();
        Optional<Session> session = whole.session() < 0 ? Optional.empty()
                : Optional.of(trace.sessions().get(whole.session()));
        int lastRow = then.lastRow();
        return new ExchangeSheet(then, isNow ? lastRow : row, isNow, Ladder.of(trace, then, row),
                steps(trace, whole, row), client(trace, session, whole.firstRow()),
                session.map(Session::version).orElse(ProtocolVersion.MQTT_5),
                session.map(Session::expirySeconds).orElse(OptionalLong.empty()),
                isNow && then.kind().isDelivery() && then.outcome() == Outcome.OPEN
                        && session.filter(known -> known.connectedLink().isEmpty()).isPresent(),
                trace.timeNanos(whole.firstRow()), trace.timeNanos(lastRow), ReachLine.of(trace, whole.id()));
    }

    private static String client(TraceSnapshot trace, Optional<Session> session, int row) {
        return session.map(Session::clientId).filter(id -> !id.isEmpty())
                .orElseGet(() -> trace.links().get(trace.link(row) - 1).opened().client());
    }

    private static List<StepLine> steps(TraceSnapshot trace, Exchange whole, int moment) {
        List<StepLine> lines = new ArrayList<>();
        int before = -1;
        for (Step step : whole.steps()) {
            int row = step.row();
            lines.add(new StepLine(row, trace.kind(row), step.type(), trace.direction(row) == whole.direction(),
                    before < 0 ? -1 : trace.timeNanos(row) - trace.timeNanos(before), step.judgement(), trace.fate(row),
                    row <= moment && Ladder.isHeld(trace, row, moment), row > moment));
            before = row;
        }
        return List.copyOf(lines);
    }

    boolean isFromClient() {
        return exchange.direction() == Direction.CLIENT_TO_SERVER;
    }

    /** Whether both sides keep this session when its link is lost; taken for granted where no CONNECT was seen. */
    boolean keepsSession() {
        return expirySeconds.isEmpty() || expirySeconds.getAsLong() > 0;
    }

    LinkLoss loss(boolean sessionKept) {
        return LinkLoss.of(exchange, sessionKept, version);
    }

    /** From its first packet to the last step at the moment. */
    long elapsedNanos() {
        return lastNanos - beganNanos;
    }
}
