package dev.fourshake.model.trace;

import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.ExchangeTracker;
import dev.fourshake.model.retained.RetainedMessages;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.session.Sessions;
import dev.fourshake.model.wire.WireEvent;

/** All that a trace is made of, while it is written. Writer's thread only; readers get views. */
final class Ledger {

    final Rows rows = new Rows();
    final RawArena arena = new RawArena();
    final Topics topics = new Topics();
    final Worst worst = new Worst();
    final ExchangeLog exchanges = new ExchangeLog();
    final AppendList<WireEvent> events = new AppendList<>();
    final HeldFrames held = new HeldFrames();
    final RetainedMessages retained = new RetainedMessages();
    final Findings findings = new Findings();
    final Counters counters = new Counters();
    final TraceHistory history = new TraceHistory(rows, arena);
    final Sessions sessions = new Sessions(this::dropped);
    final ExchangeTracker tracker = new ExchangeTracker(exchanges, history, sessions.sessions());

    private void dropped(SessionState session, int keepLink, int row) {
        tracker.dropped(session, keepLink, row);
    }

    /** Adds a row that is whole, and ties it to the rows that it follows. */
    void add(Row row) {
        int number = rows.count();
        row.severity = findings.worst();
        rows.add(row);
        worst.add(row.severity.ordinal(), row.judgement.ordinal());
        if (row.exchange >= 0) {
            int before = exchanges.step(row.exchange, number);
            if (before >= 0) {
                rows.follow(before, number);
            }
        }
        if (row.kind == RowKind.RELEASED && row.held >= 0) {
            rows.release(row.held, number);
        }
    }
}
