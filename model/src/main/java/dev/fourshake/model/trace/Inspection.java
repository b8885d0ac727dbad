package dev.fourshake.model.trace;

import dev.fourshake.model.delivery.TieLog;
import dev.fourshake.model.finding.book.RuleBook;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.WireEvent;

/**
 * The fold of a {@link Trace} for those who only want to know what it comes to: it finds the same, and keeps no rows
 * and no bytes, so that memory grows with what is tracked and not with the traffic. Not for several threads.
 */
public final class Inspection {

    private final Ledger<CountedRows> ledger = new Ledger<>(_ -> new CountedRows(),
            TieLog.forgetting());
    private final Fold fold = new Fold(ledger, RuleBook.standard(ledger.brokers));

    /** Takes the next event; see {@link Trace#append}. */
    public void append(WireEvent event) {
        fold.append(event, Ahead.NOTHING);
    }

    /**
     * The same with what a {@link DecodedAhead} has found out of the event: always the same one, which is shown all
     * events.
     *
     * @param ahead at the place of the event
     */
    public void append(WireEvent event, Ahead ahead) {
        fold.append(event, ahead);
    }

    /** What was found so far. */
    public TraceSummary summary() {
        return new TraceSummary(ledger.sessions.links().size(),
                ledger.sessions.sessions().stream().map(SessionState::toSession).toList(),
                ledger.counters.totals(ledger.exchanges), ledger.ties.totals(), ledger.findings.view());
    }
}
