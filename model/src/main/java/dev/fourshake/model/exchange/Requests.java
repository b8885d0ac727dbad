package dev.fourshake.model.exchange;

import dev.fourshake.model.session.LinkRequests;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.PacketIdTable;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Iterator;

/** Follows CONNECT, SUBSCRIBE, UNSUBSCRIBE and PINGREQ to their answers. They end with their connection. */
final class Requests {

    private static final String SECOND_CONNECT = "MQTT-3.1.0-2";

    private final ExchangeLog log;
    private final Mover mover;
    private final LookBack lookBack;

    Requests(ExchangeLog log, Mover mover, LookBack lookBack) {
        this.log = log;
        this.mover = mover;
        this.lookBack = lookBack;
    }

    /** SUBSCRIBE or UNSUBSCRIBE. */
    void ask(SessionState session, ExchangeKind kind, Direction direction, int packetId) {
        if (packetId == 0 || direction != Direction.CLIENT_TO_SERVER) {
            return;
        }
        int before = session.requestIds().get(packetId);
        boolean inUse = isOpenHere(before);
        if (inUse && log.kind(before) == kind && mover.version() == ProtocolVersion.MQTT_3_1) {
            mover.move(before, Event.REQUEST, false);
            return;
        }
        int delivery = session.ids(direction).get(packetId);
        if (!inUse && isOpen(delivery) && (isOpenHere(delivery) || !mover.link().isFresh())) {
            inUse = true;
            before = delivery;
        }
        int id = begin(kind, session, packetId);
        session.requestIds().put(packetId, id);
        if (isOpenHere(before) && StateTables.sender(log.kind(before)) == RequestMachines.SENDER) {
            // both requests are rightly answered, and only one of them can be found by the identifier
            log.repeat(id);
        }
        if (inUse && Certainty.of(log, session, before) && mover.passage().isSent()) {
            mover.tracked().judge(Judgement.ILLEGAL, Rules.idInUse(direction, mover.version()));
            mover.tracked().evidence(log.firstRow(before));
        }
    }

    private boolean isOpen(int id) {
        return id != PacketIdTable.NONE && log.finishedRow(id) == ExchangeLog.OPEN;
    }

    /** Whether the exchange is open on this very connection. */
    boolean isOpenHere(int id) {
        return isOpen(id) && lookBack.isOf(mover.link().number(), id);
    }

    private int begin(ExchangeKind kind, SessionState session, int packetId) {
        int id = mover.begin(kind, session, Direction.CLIENT_TO_SERVER, packetId, 0);
        mover.link().requests().opened(id);
        mover.move(id, Event.REQUEST, false);
        return id;
    }

    /** SUBACK or UNSUBACK. */
    void answer(SessionState session, ExchangeKind kind, Direction direction, int packetId, boolean refused) {
        if (packetId == 0 || direction != Direction.SERVER_TO_CLIENT) {
            return;
        }
        int id = session.requestIds().get(packetId);
        boolean asked = id != PacketIdTable.NONE && log.kind(id) == kind;
        if (asked) {
            mover.move(id, Event.ANSWER, refused);
            forgetIfFinished(id);
        } else if (mover.passage().isSent()) {
            mover.tracked().judge(Judgement.ILLEGAL, Rules.unasked(mover.version()));
        }
        LinkState link = mover.link();
        if (link.connectRow() < 0 || link.holeRow() >= 0 || id != PacketIdTable.NONE && log.isRepeated(id)) {
            mover.tracked().pardon();
        }
    }

    void ping(SessionState session) {
        int id = begin(ExchangeKind.PING, session, 0);
        mover.link().requests().pings().add(id);
    }

    /** It answers the oldest PINGREQ that has got there; one that the tap made answers the oldest of all. */
    void pong() {
        Iterator<Integer> pings = mover.link().requests().pings().iterator();
        while (pings.hasNext()) {
            int id = pings.next();
            if (!mover.passage().isSent() || log.receiver(id) == ReceiverState.OWES_ANSWER) {
                mover.move(id, Event.ANSWER, false);
                forgetIfFinished(id);
                pings.remove();
                return;
            }
        }
    }

    void connect(SessionState session) {
        LinkRequests requests = mover.link().requests();
        boolean second = requests.connect() != LinkRequests.NONE;
        int before = requests.connect();
        requests.connect(begin(ExchangeKind.CONNECT, session, 0));
        if (second && mover.passage().isSent()) {
            mover.tracked().judge(Judgement.ILLEGAL, SECOND_CONNECT);
            mover.tracked().evidence(log.firstRow(before));
        }
    }

    void connack(boolean refused) {
        int id = mover.link().requests().connect();
        if (id != LinkRequests.NONE) {
            mover.move(id, Event.ANSWER, refused);
            mover.tracked().pardon();
            forgetIfFinished(id);
        }
    }

    /** AUTH: a part of CONNECT until its CONNACK, a re-authentication after it. */
    void challenge() {
        int id = mover.link().requests().connect();
        if (id != LinkRequests.NONE && log.finishedRow(id) == ExchangeLog.OPEN) {
            mover.move(id, Event.CHALLENGE, false);
            mover.link().challenged();
        }
    }

    private void forgetIfFinished(int id) {
        if (log.finishedRow(id) != ExchangeLog.OPEN) {
            mover.link().requests().closed(id);
        }
    }

    /** The link is gone, and with it all that waits for an answer. */
    void ended(LinkState link, int row) {
        for (int id : link.requests().takeOpen()) {
            mover.abandon(id, row);
        }
    }
}
