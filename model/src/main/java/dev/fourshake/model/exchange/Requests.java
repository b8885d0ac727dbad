package dev.fourshake.model.exchange;

import dev.fourshake.model.session.LinkRequests;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.PacketIdTable;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;

/** Follows CONNECT, SUBSCRIBE, UNSUBSCRIBE and PINGREQ to their answers. They end with their connection. */
final class Requests {

    private static final String SECOND_CONNECT = "MQTT-3.1.0-2";

    private final ExchangeLog log;
    private final Mover mover;

    Requests(ExchangeLog log, Mover mover) {
        this.log = log;
        this.mover = mover;
    }

    /** SUBSCRIBE or UNSUBSCRIBE. */
    void ask(SessionState session, ExchangeKind kind, Direction direction, int packetId) {
        if (packetId == 0 || direction != Direction.CLIENT_TO_SERVER) {
            return;
        }
        int before = session.requestIds().get(packetId);
        boolean inUse = before != PacketIdTable.NONE && log.finishedRow(before) == ExchangeLog.OPEN;
        if (inUse && log.kind(before) == kind && mover.version() == ProtocolVersion.MQTT_3_1) {
            mover.move(before, Event.REQUEST, false);
            return;
        }
        int delivery = session.ids(direction).get(packetId);
        if (!inUse && delivery != PacketIdTable.NONE && log.finishedRow(delivery) == ExchangeLog.OPEN) {
            inUse = true;
            before = delivery;
        }
        session.requestIds().put(packetId, begin(kind, session, packetId));
        if (inUse && Certainty.of(log, session, before) && mover.passage().isSent()) {
            mover.tracked().judge(Judgement.ILLEGAL, Rules.idInUse(direction, mover.version()));
            mover.tracked().evidence(log.firstRow(before));
        }
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
        if (link.connectRow() < 0 || link.holeRow() >= 0) {
            mover.tracked().pardon();
        }
    }

    void ping(SessionState session) {
        int id = begin(ExchangeKind.PING, session, 0);
        mover.link().requests().pings().add(id);
    }

    void pong() {
        LinkRequests requests = mover.link().requests();
        Integer id = mover.passage().isSent() ? requests.pings().poll() : requests.pings().peek();
        if (id != null) {
            mover.move(id, Event.ANSWER, false);
            forgetIfFinished(id);
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
