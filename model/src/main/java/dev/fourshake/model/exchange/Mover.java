package dev.fourshake.model.exchange;

import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;

/**
 * Moves the two machines of an exchange by their tables: that of the side that sent a packet when it is sent, that of
 * the other side when the packet gets there. Writer's thread only.
 */
final class Mover {

    private final ExchangeLog log;
    private final List<SessionState> sessions;
    private final LookBack lookBack;
    private int row;
    private LinkState link;
    private Passage passage;
    private Tracked tracked;

    Mover(ExchangeLog log, List<SessionState> sessions, LookBack lookBack) {
        this.log = log;
        this.sessions = sessions;
        this.lookBack = lookBack;
    }

    /** All that follows concerns this row. */
    void at(int row, LinkState link, Passage passage, Tracked tracked) {
        this.row = row;
        this.link = link;
        this.passage = passage;
        this.tracked = tracked;
    }

    int row() {
        return row;
    }

    LinkState link() {
        return link;
    }

    Passage passage() {
        return passage;
    }

    Tracked tracked() {
        return tracked;
    }

    ProtocolVersion version() {
        return link.readAs();
    }

    int begin(ExchangeKind kind, SessionState session, Direction direction, int packetId, int topic) {
        if (kind == ExchangeKind.QOS_1 || kind == ExchangeKind.QOS_2) {
            session.opened(direction);
        }
        int id = log.begin(kind, session.id(), link.number(), direction, packetId, topic, row);
        if (link.isHeldBack()) {
            // an answer may be in what was missed of the other direction and told before
            log.doubt(id);
        }
        return id;
    }

    /** The cell that judges the packet: the one of the side that sends it. */
    Transition<?> judging(int id, Event event) {
        ExchangeKind kind = log.kind(id);
        return event.isOfSender() ? StateTables.sender(kind).on(log.sender(id), event)
                : StateTables.receiver(kind).on(log.receiver(id), event);
    }

    /** Moves the machines that the packet touches, and judges it if a peer sent it. */
    void move(int id, Event event, boolean refused) {
        ExchangeKind kind = log.kind(id);
        if (passage.isSent()) {
            Transition<?> cell = judging(id, event);
            tracked.judge(cell.judgement(version()), cell.rule(version()));
        }
        if (passage == Passage.DUPLICATED || passage == Passage.INJECTED
                || tracked.judgement() == Judgement.REPEATED || isAskedAgain(id, event)) {
            log.repeat(id);
        }
        boolean movesSender = event.isOfSender() ? passage.isSent() : passage.isArrived();
        boolean movesReceiver = event.isOfSender() ? passage.isArrived() : passage.isSent();
        if (movesSender) {
            log.sender(id, StateTables.sender(kind).on(log.sender(id), event).next());
        }
        if (movesReceiver) {
            log.receiver(id, StateTables.receiver(kind).on(log.receiver(id), event).next());
        }
        if (log.finishedRow(id) == ExchangeLog.OPEN) {
            finishIfDone(id, kind, event, refused);
        }
        lookBack.count(id, event, link.number(), passage, refused);
        tracked.exchange(id);
        tracked.states(log.sender(id), log.receiver(id));
    }

    /** Whether a packet that wants an answer is sent once more on its connection, be that allowed or not. */
    private boolean isAskedAgain(int id, Event event) {
        return passage.isSent() && !event.isLast() && lookBack.isSentOn(link.number(), id, event);
    }

    /** An exchange is done when its last acknowledgement has reached the sender. */
    private void finishIfDone(int id, ExchangeKind kind, Event event, boolean refused) {
        if (kind == ExchangeKind.QOS_0) {
            if (passage.isArrived()) {
                finish(id, row, Outcome.COMPLETE);
            } else if (passage != Passage.HELD) {
                finish(id, row, Outcome.ABANDONED);
            }
        } else if (passage.isArrived() && event.isLast() && log.sender(id) == SenderState.IDLE) {
            finish(id, row, refused ? Outcome.REJECTED : Outcome.COMPLETE);
        }
    }

    /** If it is not finished, it never will be: both sides have forgotten it. */
    void abandon(int id, int atRow) {
        if (log.finishedRow(id) == ExchangeLog.OPEN) {
            log.sender(id, SenderState.IDLE);
            log.receiver(id, ReceiverState.IDLE);
            finish(id, atRow, Outcome.ABANDONED);
        }
    }

    private void finish(int id, int atRow, Outcome outcome) {
        log.finish(id, atRow, outcome);
        if (log.kind(id) == ExchangeKind.QOS_1 || log.kind(id) == ExchangeKind.QOS_2) {
            sessions.get(log.session(id)).closed(log.direction(id));
        }
    }
}
