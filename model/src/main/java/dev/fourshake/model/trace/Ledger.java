package dev.fourshake.model.trace;

import dev.fourshake.model.delivery.BrokerWatch;
import dev.fourshake.model.delivery.MessageTies;
import dev.fourshake.model.delivery.TieLog;
import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.ExchangeTracker;
import dev.fourshake.model.retained.RetainedMessages;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.session.Sessions;
import java.util.function.Function;

/** All that a trace is made of, while it is written. Writer's thread only; readers get views. */
final class Ledger<R extends RowKeeper> {

    final Topics topics = new Topics();
    final ExchangeLog exchanges = new ExchangeLog();
    final HeldFrames held = new HeldFrames();
    final RetainedMessages retained = new RetainedMessages();
    final Findings findings = new Findings();
    final Counters counters = new Counters();
    final Sessions sessions = new Sessions(this::dropped);
    final ExchangeTracker tracker = new ExchangeTracker(exchanges, sessions.sessions());
    final MessageTies ties;
    final BrokerWatch brokers;
    final R rows;

    /**
     * @param rows what keeps the rows, given the exchanges that they belong to
     * @param log  what keeps the ties between the exchanges
     */
    Ledger(Function<ExchangeLog, R> rows, TieLog log) {
        this.rows = rows.apply(exchanges);
        ties = new MessageTies(exchanges, topics::name, log);
        brokers = new BrokerWatch(ties, topics::number, topics::name);
    }

    private void dropped(SessionState session, int keepLink, int row) {
        tracker.dropped(session, keepLink, row);
        brokers.dropped(session, keepLink);
    }

    /** Adds a row that is whole but for the severity of what was found in it. */
    void add(Row row) {
        row.severity = findings.worst();
        rows.add(row);
    }
}
