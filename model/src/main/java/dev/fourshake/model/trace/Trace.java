package dev.fourshake.model.trace;

import dev.fourshake.model.finding.RuleBook;
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

    private final Fold fold = new Fold(RuleBook.standard());
    private final Snapshots<LinkState, Link> links = new Snapshots<>(fold.sessions.links(), LinkState::toLink);
    private final Snapshots<SessionState, Session> sessions =
            new Snapshots<>(fold.sessions.sessions(), SessionState::toSession);
    private volatile TraceSnapshot current = TraceSnapshot.EMPTY;

    /**
     * Takes the next event. Writer's thread only. Never fails, whatever the bytes are.
     *
     * @throws IllegalArgumentException if its link has a number below 1
     */
    public void append(WireEvent event) {
        if (event.link() < 1) {
            throw new IllegalArgumentException("Links are numbered from 1: " + event);
        }
        fold.append(event);
    }

    /** Makes all that was appended visible to readers. Writer's thread only. */
    public TraceSnapshot publish() {
        if (fold.rows.count() > current.rowCount()) {
            current = new TraceSnapshot(current.revision() + 1, fold, links, sessions);
        }
        return current;
    }

    /** The trace as last published. Any thread; never blocks. */
    public TraceSnapshot snapshot() {
        return current;
    }
}
