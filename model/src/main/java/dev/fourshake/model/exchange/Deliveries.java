package dev.fourshake.model.exchange;

import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.session.PacketIdTable;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;

/**
 * Follows messages at QoS 1 and 2 through their acknowledgements, over reconnects. The hard question is whether a
 * PUBLISH with an identifier that was used before is the same message once more, or a new one:
 * <ul>
 * <li>while the exchange is open, the same topic and payload are the same message, anything else uses an identifier
 *     that is not free;
 * <li>after it is finished, DUP 0 is always a new message. With DUP 1 and the same content it is the same QoS 1
 *     message, if the PUBACK may have been lost (a later connection) or have crossed it (before MQTT 5, which forbids
 *     to send again on a live connection).
 * </ul>
 */
final class Deliveries {

    private final ExchangeLog log;
    private final History history;
    private final Mover mover;

    Deliveries(ExchangeLog log, History history, Mover mover) {
        this.log = log;
        this.history = history;
        this.mover = mover;
    }

    void publishAtMostOnce(SessionState session, Direction direction, Publish publish, int topic) {
        int id = mover.begin(ExchangeKind.QOS_0, session, direction, 0, topic);
        mover.move(id, Event.of(publish), false);
        if (mover.passage() == Passage.HELD) {
            mover.link().requests().opened(id);
        }
    }

    void publish(SessionState session, Direction direction, Publish publish, int topic) {
        if (publish.packetId() == 0) {
            return;
        }
        int before = session.ids(direction).get(publish.packetId());
        if (before == PacketIdTable.NONE) {
            first(session, direction, publish, topic);
        } else if (log.finishedRow(before) != ExchangeLog.OPEN) {
            afterFinished(before, session, direction, publish, topic);
        } else if (isSame(before, publish, topic) && !isForgotten(before)) {
            once(before, session, publish, topic);
        } else {
            inUse(before, session, direction, publish, topic);
        }
    }

    /** The identifier was never used before, as far as we know. */
    private void first(SessionState session, Direction direction, Publish publish, int topic) {
        Event event = Event.of(publish);
        boolean mayHaveBeenSent = !mover.link().isFresh() || !Certainty.of(session);
        begin(session, direction, publish, topic, publish.dup() && mayHaveBeenSent ? event.again() : event);
    }

    private int begin(SessionState session, Direction direction, Publish publish, int topic, Event event) {
        int id = mover.begin(kindOf(publish), session, direction, publish.packetId(), topic);
        session.ids(direction).put(publish.packetId(), id);
        mover.move(id, event, false);
        return id;
    }

    private void afterFinished(int before, SessionState session, Direction direction, Publish publish, int topic) {
        if (!publish.dup() || !isSame(before, publish, topic)) {
            first(session, direction, publish, topic);
        } else if (log.outcome(before) == Outcome.ABANDONED) {
            afterForgotten(before, session, direction, publish, topic);
        } else if (log.kind(before) == ExchangeKind.QOS_2 && log.outcome(before) == Outcome.COMPLETE) {
            begin(session, direction, publish, topic, Event.PUBLISH_AGAIN);
            if (Certainty.of(log, session, before)) {
                accuse(Rules.publishAfterPubrel(mover.version()), before);
            }
        } else {
            once(before, session, publish, topic);
        }
    }

    /** Sent again though the session that it belonged to is no more. */
    private void afterForgotten(int before, SessionState session, Direction direction, Publish publish, int topic) {
        int id = begin(session, direction, publish, topic, Event.PUBLISH_AGAIN);
        boolean clean = mover.link().connect().map(connect -> connect.cleanStart()).orElse(false);
        if (mover.link().isFresh() && (clean || mover.version().isMqtt5())) {
            accuse(Rules.forgotten(mover.version()), before);
        } else if (!mover.link().isFresh()) {
            log.resume(before, id);
        }
    }

    /** The same message once more. */
    private void once(int id, SessionState session, Publish publish, int topic) {
        boolean later = count(id, PacketType.PUBLISH, true) == 0;
        Event event = publish.dup() && later ? Event.PUBLISH_AGAIN : Event.of(publish);
        if (log.finishedRow(id) != ExchangeLog.OPEN && mover.passage().isSent()) {
            // it is sent again because the sender does not know yet that it is finished
            log.sender(id, log.kind(id) == ExchangeKind.QOS_1 ? SenderState.AWAIT_PUBACK : SenderState.AWAIT_PUBREC);
        }
        boolean certain = Certainty.of(log, session, id);
        if (!certain && !publish.dup()) {
            abandonAndBegin(id, session, publish, topic);
            return;
        }
        if (log.kind(id) == ExchangeKind.QOS_1 && mover.passage().isArrived() && hasArrived(id)) {
            mover.tracked().repeatedDelivery();
        }
        if (!later) {
            mover.tracked().impatient();
        }
        mover.move(id, event, false);
        mover.tracked().evidence(log.firstRow(id));
        if (!certain) {
            mover.tracked().pardon();
        }
    }

    /** Another message under an identifier that is not free. */
    private void inUse(int before, SessionState session, Direction direction, Publish publish, int topic) {
        boolean certain = Certainty.of(log, session, before) && !isForgotten(before);
        boolean forgotten = publish.dup() && isForgotten(before) && isSame(before, publish, topic);
        int id = abandonAndBegin(before, session, publish, topic);
        if (forgotten) {
            accuse(Rules.forgotten(mover.version()), before);
        } else if (certain) {
            log.doubt(id);
            accuse(Rules.idInUse(direction, mover.version()), before);
        } else {
            mover.tracked().pardon();
        }
    }

    private int abandonAndBegin(int before, SessionState session, Publish publish, int topic) {
        mover.abandon(before, mover.row());
        return begin(session, log.direction(before), publish, topic,
                publish.dup() ? Event.PUBLISH_AGAIN : Event.PUBLISH);
    }

    /** The client has asked for a clean start since, and so has forgotten the exchange before the broker says so. */
    private boolean isForgotten(int id) {
        return mover.link().isFresh() && history.link(log.lastRow(id)) != mover.link().number();
    }

    private void accuse(String rule, int before) {
        if (mover.passage().isSent()) {
            mover.tracked().judge(Judgement.ILLEGAL, rule);
            mover.tracked().evidence(log.firstRow(before));
        }
    }

    // ------------------------------------------------------------------ acknowledgements

    /**
     * PUBACK, PUBREC, PUBREL or PUBCOMP.
     *
     * @param direction of the message that it belongs to
     */
    void acknowledge(SessionState session, Direction direction, Acknowledgement packet) {
        if (packet.packetId() == 0) {
            return;
        }
        int id = session.ids(direction).get(packet.packetId());
        if (id == PacketIdTable.NONE || log.finishedRow(id) != ExchangeLog.OPEN
                && log.outcome(id) == Outcome.ABANDONED) {
            unknown(id, session, direction, packet);
            return;
        }
        Event event = Event.of(packet);
        if (mover.passage().isSent() && mover.judging(id, event).judgement(mover.version()) == Judgement.ILLEGAL) {
            if (hasCause(id, event)) {
                event = event.again();
            }
            boolean illegal = mover.judging(id, event).judgement(mover.version()) == Judgement.ILLEGAL;
            if (illegal && !Certainty.of(log, session, id)) {
                catchUp(id, event);
            }
        }
        mover.move(id, event, packet.isFailure());
        if (!Certainty.of(log, session, id)) {
            mover.tracked().pardon();
        }
    }

    /** It belongs to nothing that we know. */
    private void unknown(int before, SessionState session, Direction direction, Acknowledgement packet) {
        if (!mover.passage().isSent()) {
            return;
        }
        boolean carriedOver = before != PacketIdTable.NONE && !mover.link().isFresh();
        if (Certainty.of(session) && !carriedOver) {
            if (packet.reasonCode() != PACKET_IDENTIFIER_NOT_FOUND) {
                mover.tracked().judge(Judgement.ILLEGAL, Rules.noSuchPublish(mover.version()));
            }
            return;
        }
        int id = mover.begin(packet instanceof Puback ? ExchangeKind.QOS_1 : ExchangeKind.QOS_2, session, direction,
                packet.packetId(), 0);
        session.ids(direction).put(packet.packetId(), id);
        log.doubt(id);
        if (carriedOver && log.kind(before) == log.kind(id)) {
            log.resume(before, id);
        }
        catchUp(id, Event.of(packet));
        mover.move(id, Event.of(packet), packet.isFailure());
    }

    private static final int PACKET_IDENTIFIER_NOT_FOUND = 0x92;

    /** Packets were not seen: puts both sides where they must have been for this packet to come. */
    private void catchUp(int id, Event event) {
        switch (event) {
            case PUBACK, PUBACK_AGAIN -> states(id, SenderState.AWAIT_PUBACK, ReceiverState.OWES_PUBACK);
            case PUBREC, PUBREC_AGAIN, PUBREC_REFUSED, PUBREC_REFUSED_AGAIN ->
                    states(id, SenderState.AWAIT_PUBREC, ReceiverState.OWES_PUBREC);
            case PUBREL, PUBREL_AGAIN -> states(id, SenderState.OWES_PUBREL, ReceiverState.AWAIT_PUBREL);
            case PUBCOMP, PUBCOMP_AGAIN -> states(id, SenderState.AWAIT_PUBCOMP, ReceiverState.OWES_PUBCOMP);
            case PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN, REQUEST, CHALLENGE, ANSWER -> {
            }
        }
    }

    private void states(int id, SenderState sender, ReceiverState receiver) {
        if (StateTables.sender(log.kind(id)).states().contains(sender)) {
            log.sender(id, sender);
            log.receiver(id, receiver);
        }
    }

    /**
     * Whether an acknowledgement is sent once more with good cause: one for each packet of this connection that asks
     * for it, and one more where the exchange was carried over from an earlier connection.
     */
    private boolean hasCause(int id, Event event) {
        return switch (event) {
            case PUBACK -> hasCause(id, PacketType.PUBLISH, PacketType.PUBACK);
            case PUBREC, PUBREC_REFUSED -> hasCause(id, PacketType.PUBLISH, PacketType.PUBREC);
            case PUBREL -> hasCause(id, PacketType.PUBREC, PacketType.PUBREL);
            case PUBCOMP -> hasCause(id, PacketType.PUBREL, PacketType.PUBCOMP);
            case PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN, PUBACK_AGAIN, PUBREC_AGAIN, PUBREC_REFUSED_AGAIN, PUBREL_AGAIN,
                 PUBCOMP_AGAIN, REQUEST, CHALLENGE, ANSWER -> false;
        };
    }

    private boolean hasCause(int id, PacketType question, PacketType answer) {
        int carriedOver = history.link(log.firstRow(id)) == mover.link().number() ? 0 : 1;
        return count(id, answer, true) < count(id, question, false) + carriedOver;
    }

    /** How often packets of a type were sent (or else: arrived) on this connection in the exchange. */
    private int count(int id, PacketType type, boolean sent) {
        int count = 0;
        for (int row = log.firstRow(id); row >= 0 && row < mover.row(); row = history.next(row)) {
            boolean counts = sent ? history.isSent(row) : history.isArrived(row);
            if (counts && history.type(row) == type && history.link(row) == mover.link().number()) {
                count++;
            }
        }
        return count;
    }

    private boolean hasArrived(int id) {
        for (int row = log.firstRow(id); row >= 0 && row < mover.row(); row = history.next(row)) {
            if (history.type(row) == PacketType.PUBLISH && history.isArrived(row)) {
                return true;
            }
        }
        return false;
    }

    // ------------------------------------------------------------------ the same message?

    private boolean isSame(int id, Publish publish, int topic) {
        int row = log.firstRow(id);
        return log.kind(id) == kindOf(publish)
                && (history.type(row) != PacketType.PUBLISH || history.packet(row)
                        .map(packet -> packet instanceof Publish first && log.topic(id) == topic
                                && first.payload().equals(publish.payload()))
                        .orElse(false));
    }

    private static ExchangeKind kindOf(Publish publish) {
        return publish.qos() == Qos.EXACTLY_ONCE ? ExchangeKind.QOS_2 : ExchangeKind.QOS_1;
    }
}
