package dev.fourshake.model.trace;

import dev.fourshake.model.delivery.Tie;
import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Passage;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.book.RuleBook;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.session.TopicAliases;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;

/** Turns each frame into a row: decodes it, moves its exchange, and lets the rules look at it. Writer's thread only. */
final class FrameFold {

    private final Ledger<?> ledger;
    private final RuleBook rules;
    private final Observation seen;
    private final Row row;
    private final BrokerSide broker;

    FrameFold(Ledger<?> ledger, RuleBook rules, Observation seen, Row row) {
        this.ledger = ledger;
        this.rules = rules;
        this.seen = seen;
        this.row = row;
        this.broker = new BrokerSide(ledger.sessions, ledger.retained, ledger.exchanges, ledger.topics);
    }

    /**
     * A frame has come.
     *
     * @param ahead what is known of it before
     */
    void frame(int number, Frame frame, Ahead ahead) {
        LinkState link = ledger.sessions.link(frame.link(), frame.timeNanos(), number);
        boolean opaque = frame.opaque() || frame.raw().isEmpty();
        row.begin(opaque ? RowKind.OPAQUE : RowKind.PACKET, frame.timeNanos(), frame.link());
        row.direction = frame.direction();
        row.fate = frame.fate();
        row.text = frame.text();
        row.length = frame.raw().length();
        if (frame.fate() != Frame.Fate.PASSED) {
            link.tampered(number);
        }
        row.position = ledger.rows.keep(frame.raw());
        Packet packet = null;
        if (opaque) {
            row.session = link.sessionId();
            ledger.counters.opaque(frame.raw().length());
            rules.event(seen.of(number, frame, link), ledger.findings);
        } else {
            packet = packet(number, frame, link, ahead);
        }
        if (frame.fate() == Frame.Fate.HELD) {
            ledger.held.hold(frame.holdId(), number, row, packet);
        }
    }

    /** Answers the packet; null where its format is broken. */
    private Packet packet(int number, Frame frame, LinkState link, Ahead ahead) {
        Passage passage = Passage.ofFrame(frame.fate());
        Decoded known = ahead.decoded();
        Decoded decoded = PacketDecoding.decode(link, known == null ? readable(frame.raw()) : frame.raw(),
                frame.direction(), known);
        Packet packet = decoded.packet().orElse(null);
        Tracked tracked = null;
        Tie tie = null;
        link.countPacket();
        link.arrived(frame.direction(), frame.timeNanos());
        if (packet instanceof Connect connect && link.connectRow() < 0
                && frame.direction() == Direction.CLIENT_TO_SERVER) {
            ledger.sessions.connect(link, connect, decoded.version(), number);
        }
        row.firstByte = known == null ? frame.raw().at(0) : ahead.firstByte();
        row.version = link.readAs();
        row.session = link.sessionId();
        if (packet != null) {
            SessionState session = ledger.sessions.sessionOf(link);
            row.session = session.id();
            session.came(frame.direction(), number);
            row.packetId = packet.packetId();
            row.reasonCode = packet.reasonCode();
            boolean asKnown = known == decoded;
            long content = 0;
            if (packet instanceof Publish publish) {
                row.topic = topic(link, frame.direction(), publish, passage, asKnown ? ahead.topic() : 0);
                content = asKnown ? ahead.content() : publish.payload().fingerprint();
            }
            tracked = ledger.tracker.packet(number, link, session, frame.direction(), packet, row.topic, content,
                    passage);
            row.exchange = tracked.exchange();
            row.sender = tracked.sender();
            row.receiver = tracked.receiver();
            broker.packet(link, session, frame.direction(), packet, passage, row.exchange, row.topic, number,
                    frame.timeNanos());
            tie = ledger.brokers.packet(number, frame.timeNanos(), link, session, frame.direction(), packet, passage,
                    row.exchange, row.topic, row.exchange >= 0 && ledger.exchanges.firstRow(row.exchange) == number);
        }
        row.judgement = judge(decoded, tracked, frame.fate());
        if (passage.isSent()) {
            count(decoded.type(), packet);
        }
        rules.packet(decoded.type(), seen.of(number, frame, link).packet(decoded, tracked).tie(tie), ledger.findings);
        if (frame.direction() == Direction.CLIENT_TO_SERVER) {
            link.heard(frame.timeNanos(), number);
        } else if (decoded.type() == PacketType.CONNACK) {
            link.heardBack(frame.timeNanos());
        }
        return packet;
    }

    /** What a link and its session remember must not keep the whole network buffer alive that it came in. */
    private static Bytes readable(Bytes raw) {
        PacketType type = PacketType.ofFirstByte(raw.at(0));
        return type == PacketType.CONNECT || type == PacketType.CONNACK ? raw.alone() : raw;
    }

    private static Judgement judge(Decoded decoded, Tracked tracked, Frame.Fate fate) {
        if (tracked == null) {
            return Judgement.MALFORMED;
        }
        Judgement judgement = decoded.isOk() ? tracked.judgement() : Judgement.ILLEGAL;
        Judgement atLeast = switch (fate) {
            case DROPPED -> Judgement.LOST;
            case DUPLICATED -> Judgement.REPEATED;
            case PASSED, HELD, INJECTED -> Judgement.REGULAR;
        };
        return judgement.compareTo(atLeast) >= 0 ? judgement : atLeast;
    }

    private void count(PacketType type, Packet packet) {
        if (row.judgement == Judgement.MALFORMED) {
            ledger.counters.malformed();
        } else {
            ledger.counters.packet(type);
            if (packet instanceof Publish publish && publish.dup()) {
                ledger.counters.dup();
            }
        }
    }

    /**
     * Topic Aliases are resolved once, in the order of the wire, as the sender means them.
     *
     * @param ahead see {@link Ahead#topic}
     */
    private int topic(LinkState link, Direction direction, Publish publish, Passage passage, int ahead) {
        int alias = link.readAs().isMqtt5()
                ? (int) publish.properties().number(PropertyId.TOPIC_ALIAS, TopicAliases.NONE)
                : TopicAliases.NONE;
        if (alias != TopicAliases.NONE && publish.topicName().isEmpty()) {
            return link.aliases(direction).get(alias);
        }
        int topic = ahead > 0 ? ledger.topics.number(publish.topicName(), ahead)
                : ledger.topics.number(publish.topicName());
        if (alias != TopicAliases.NONE && passage.isSent()) {
            link.aliases(direction).set(alias, topic);
        }
        return topic;
    }

    /** A held frame has left the tap. */
    void released(int number, LinkState link, HeldFrames.Held held, Passage passage) {
        Row came = held.row();
        if (came.kind != RowKind.PACKET) {
            return;
        }
        row.firstByte = came.firstByte;
        row.version = came.version;
        row.packetId = came.packetId;
        row.reasonCode = came.reasonCode;
        row.length = came.length;
        row.session = came.session;
        if (passage == Passage.DISCARDED) {
            row.judgement = Judgement.LOST;
        }
        Packet packet = held.packet();
        if (packet != null) {
            Tracked tracked = ledger.tracker.release(number, link, came.exchange, packet, passage);
            seen.released(tracked);
            row.exchange = tracked.exchange();
            row.sender = tracked.sender();
            row.receiver = tracked.receiver();
            SessionState session = ledger.sessions.sessions().get(row.session);
            broker.packet(link, session, row.direction, packet, passage, row.exchange, came.topic, held.number(),
                    came.timeNanos);
            ledger.brokers.packet(number, row.timeNanos, link, session, row.direction, packet, passage, row.exchange,
                    came.topic, false);
        }
    }
}
