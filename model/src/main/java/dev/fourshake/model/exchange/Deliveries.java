package dev.fourshake.model.exchange;

import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.session.PacketIdTable;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.session.TopicAliases;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.HashMap;
import java.util.Map;

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
    private final Mover mover;
    private final LookBack lookBack;
    /** The exchange that had the identifier before, where an answer to it may still come. */
    private final Map<Integer, Integer> predecessors = new HashMap<>();
    /** Fingerprint of the payload of the PUBLISH that is looked at. */
    private long content;

    Deliveries(ExchangeLog log, Mover mover, LookBack lookBack) {
        this.log = log;
        this.mover = mover;
        this.lookBack = lookBack;
    }

    /** The exchange that had the identifier of {@code id} before, if an answer to it may still come. */
    int predecessor(int id) {
        return predecessors.getOrDefault(id, PacketIdTable.NONE);
    }

    void publishAtMostOnce(SessionState session, Direction direction, Publish publish, int topic, long content) {
        int id = mover.begin(ExchangeKind.QOS_0, session, direction, 0, topic);
        log.content(id, content);
        mover.move(id, Event.of(publish), false);
        if (mover.passage() == Passage.HELD) {
            mover.link().requests().opened(id);
        }
    }

    void publish(SessionState session, Direction direction, Publish publish, int topic, long content) {
        if (publish.packetId() == 0) {
            return;
        }
        this.content = content;
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
        int before = session.ids(direction).get(publish.packetId());
        int id = mover.begin(kindOf(publish), session, direction, publish.packetId(), topic);
        session.ids(direction).put(publish.packetId(), id);
        log.content(id, content);
        if (before != PacketIdTable.NONE && (log.isRepeated(before) || log.isDoubtful(before))
                && lookBack.isOf(mover.link().number(), before)) {
            // a second answer may still be underway, or not be read yet, and be taken for one to the new message
            log.doubt(id);
            predecessors.put(id, before);
        }
        boolean early = before != PacketIdTable.NONE && isReusedEarly(before);
        mover.move(id, event, false);
        if (early) {
            mover.tracked().idReusedEarly();
            mover.tracked().evidence(log.firstRow(before));
        }
        int request = direction == Direction.CLIENT_TO_SERVER ? session.requestIds().get(publish.packetId())
                : PacketIdTable.NONE;
        if (request != PacketIdTable.NONE && log.finishedRow(request) == ExchangeLog.OPEN
                && lookBack.isOf(mover.link().number(), request) && Certainty.of(log, session, request)) {
            accuse(Rules.idInUse(direction, mover.version()), request);
        }
        return id;
    }

    private boolean isReusedEarly(int before) {
        return mover.passage().isSent() && log.isRepeated(before) && !log.isDoubtful(before)
                && log.finishedRow(before) != ExchangeLog.OPEN && log.outcome(before) == Outcome.COMPLETE
                && lookBack.isAnswerUnderway(mover.link().number(), before,
                        log.kind(before) == ExchangeKind.QOS_1 ? PacketType.PUBACK : PacketType.PUBREC);
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
        if (mover.link().isFresh() && (isClean() || mover.version().isMqtt5())) {
            accuse(Rules.forgotten(mover.version(), isClean(), direction), before);
        } else if (!mover.link().isFresh()) {
            log.resume(before, id);
        }
    }

    /** The same message once more. */
    private void once(int id, SessionState session, Publish publish, int topic) {
        boolean later = !lookBack.isPublishedOn(mover.link().number(), id);
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
        if (log.kind(id) == ExchangeKind.QOS_1 && mover.passage().isArrived() && lookBack.hasArrived(id)) {
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
            accuse(Rules.forgotten(mover.version(), isClean(), direction), before);
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
        return mover.link().isFresh() && !lookBack.isOf(mover.link().number(), id);
    }

    private boolean isClean() {
        return mover.link().connect().map(connect -> connect.cleanStart()).orElse(false);
    }

    private void accuse(String rule, int before) {
        if (mover.passage().isSent()) {
            mover.tracked().judge(Judgement.ILLEGAL, rule);
            mover.tracked().evidence(log.firstRow(before));
        }
    }

    private boolean isSame(int id, Publish publish, int topic) {
        return log.kind(id) == kindOf(publish) && (log.content(id) == 0
                || isSameTopic(log.topic(id), topic) && log.content(id) == content);
    }

    /** A topic alias may have been made known by a packet that was not seen. */
    private static boolean isSameTopic(int one, int other) {
        return one == other || one == TopicAliases.NONE || other == TopicAliases.NONE;
    }

    private static ExchangeKind kindOf(Publish publish) {
        return publish.qos() == Qos.EXACTLY_ONCE ? ExchangeKind.QOS_2 : ExchangeKind.QOS_1;
    }
}
