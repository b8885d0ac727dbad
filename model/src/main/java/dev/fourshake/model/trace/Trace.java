package dev.fourshake.model.trace;

import dev.fourshake.model.delivery.TieLog;
import dev.fourshake.model.finding.book.RuleBook;
import dev.fourshake.model.session.Link;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.WireEvent;

/**
 * The fold over the wire: takes events in order, decodes and tracks them, and gives readers immutable snapshots.
 * One thread writes ({@link #append} and {@link #publish}); any thread reads {@link #snapshot}.
 */
public final class Trace {

    // About what each takes of memory, in bytes, with what is known of it elsewhere.
    private static final long EXCHANGE_BYTES = 100;
    private static final long FINDING_BYTES = 550;
    private static final long TOPIC_BYTES = 160;
    private static final long LINK_BYTES = 800;
    private static final long SESSION_BYTES = 1_000;

    private final Ledger<KeptRows> ledger = new Ledger<>(KeptRows::new, new TieLog());
    private final Fold fold = new Fold(ledger, RuleBook.standard(ledger.brokers));
    private final Snapshots<LinkState, Link> links = new Snapshots<>(ledger.sessions.links(), LinkState::toLink);
    private final Snapshots<SessionState, Session> sessions =
            new Snapshots<>(ledger.sessions.sessions(), SessionState::toSession);
    private volatile TraceSnapshot current = TraceSnapshot.EMPTY;

    /**
     * Takes the next event. Writer's thread only. Never fails, whatever the bytes are.
     *
     * @throws IllegalArgumentException if the number of its link is below 1 or out of all order
     */
    public void append(WireEvent event) {
        fold.append(event, Ahead.NOTHING);
    }

    /** Makes all that was appended visible to readers. Writer's thread only. */
    public TraceSnapshot publish() {
        if (ledger.rows.count() > current.rowCount()) {
            current = new TraceSnapshot(current.revision() + 1, ledger, links, sessions);
        }
        return current;
    }

    /** About how many bytes of memory the trace takes; it only grows. Writer's thread only. */
    public long memoryBytes() {
        return ledger.rows.memoryBytes()
                + ledger.exchanges.count() * EXCHANGE_BYTES
                + ledger.findings.count() * FINDING_BYTES
                + ledger.topics.count() * TOPIC_BYTES
                + ledger.sessions.links().size() * LINK_BYTES
                + ledger.sessions.sessions().size() * SESSION_BYTES;
    }

    /** The trace as last published. Any thread; never blocks. */
    public TraceSnapshot snapshot() {
        return current;
    }
}
