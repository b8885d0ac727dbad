package dev.fourshake.model.trace;

import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Passage;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.book.RuleBook;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.List;

/** Turns each wire event into a row, and moves all that is tracked. Writer's thread only. */
final class Fold {

    /** So many links may be unknown when an event names a later one. */
    private static final int LINK_GAP = 1 << 16;

    private final Ledger<?> ledger;
    private final RuleBook rules;
    private final Observation seen;
    private final FrameFold frames;
    private final Row row = new Row();

    Fold(Ledger<?> ledger, RuleBook rules) {
        this.ledger = ledger;
        this.rules = rules;
        this.seen = new Observation(ledger.exchanges);
        this.frames = new FrameFold(ledger, rules, seen, row);
    }

    /**
     * @param ahead what is known of a frame before
     * @throws IllegalArgumentException if the number of the event's link is below 1 or out of all order
     */
    void append(WireEvent event, Ahead ahead) {
        if (event.link() < 1 || event.link() > ledger.sessions.links().size() + LINK_GAP) {
            throw new IllegalArgumentException("Links are numbered from 1 in the order in which they open: " + event);
        }
        int number = ledger.rows.count();
        ledger.sessions.expire(event.timeNanos(), number);
        ledger.findings.at(number, event.link());
        rules.clock(event.timeNanos(), ledger.findings);
        switch (event) {
            case LinkOpened opened -> opened(number, opened);
            case Frame frame -> frames.frame(number, frame, ahead);
            case FrameReleased released -> released(number, released);
            case LinkEnded ended -> ended(number, ended);
            case FramesMissed missed -> missed(number, missed);
        }
        ledger.add(row);
    }

    /** A row that is no frame: the event itself is kept. */
    private void begin(RowKind kind, WireEvent event) {
        row.begin(kind, event.timeNanos(), event.link());
        row.position = ledger.rows.keep(event);
    }

    // ------------------------------------------------------------------ links

    private void opened(int number, LinkOpened opened) {
        begin(RowKind.LINK_OPENED, opened);
        rules.event(seen.of(number, opened, ledger.sessions.open(opened, number)), ledger.findings);
    }

    private void ended(int number, LinkEnded ended) {
        LinkState link = ledger.sessions.link(ended.link(), ended.timeNanos(), number);
        begin(RowKind.LINK_ENDED, ended);
        row.session = link.sessionId();
        List<Integer> cut = ended.isFinal() ? openDeliveries(link) : List.of();
        if (ended.isFinal()) {
            ledger.held.ended(link.number());
            ledger.tracker.ended(link, number);
            ledger.brokers.ended(link, number, ended.timeNanos());
        }
        ledger.sessions.ended(link, ended, number);
        rules.event(seen.of(number, ended, link).cut(cut), ledger.findings);
    }

    private List<Integer> openDeliveries(LinkState link) {
        SessionState session = link.session().orElse(null);
        if (session == null || session.connectedLink() != link.number()) {
            return List.of();
        }
        List<Integer> open = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            if (session.open(direction) > 0) {
                session.ids(direction).forEach(id -> {
                    if (ledger.exchanges.finishedRow(id) == ExchangeLog.OPEN
                            && ledger.exchanges.firstRow(id) > session.holeRow()) {
                        open.add(id);
                    }
                });
            }
        }
        return open;
    }

    private void missed(int number, FramesMissed missed) {
        LinkState link = ledger.sessions.link(missed.link(), missed.timeNanos(), number);
        begin(RowKind.MISSED, missed);
        row.direction = missed.direction();
        row.length = Math.clamp(missed.bytes(), 0, Integer.MAX_VALUE);
        row.session = link.sessionId();
        ledger.sessions.missed(link, missed, number);
        ledger.counters.missing(missed.bytes());
        rules.event(seen.of(number, missed, link), ledger.findings);
    }

    private void released(int number, FrameReleased released) {
        LinkState link = ledger.sessions.link(released.link(), released.timeNanos(), number);
        begin(RowKind.RELEASED, released);
        row.direction = released.direction();
        row.fate = released.fate();
        row.session = link.sessionId();
        seen.of(number, released, link);
        HeldFrames.Held held = ledger.held.release(released.holdId(), released.link());
        if (held != null) {
            row.held = held.number();
            frames.released(number, link, held, Passage.ofRelease(released.fate()));
        }
        rules.event(seen, ledger.findings);
    }
}
