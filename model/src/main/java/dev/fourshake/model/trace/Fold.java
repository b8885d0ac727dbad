package dev.fourshake.model.trace;

import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Defect;
import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.ExchangeTracker;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Passage;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.RuleBook;
import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.retained.RetainedMessages;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.session.Sessions;
import dev.fourshake.model.session.TopicAliases;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.List;

/** Turns each wire event into a row, and moves all that is tracked. Writer's thread only. */
final class Fold {

    final Rows rows = new Rows();
    final RawArena arena = new RawArena();
    final Topics topics = new Topics();
    final Worst worst = new Worst();
    final ExchangeLog exchanges = new ExchangeLog();
    final AppendList<WireEvent> events = new AppendList<>();
    final HeldFrames held = new HeldFrames();
    final RetainedMessages retained = new RetainedMessages();
    final Findings findings = new Findings();
    final Counters counters = new Counters();
    final Sessions sessions = new Sessions(this::dropped);

    private final TraceHistory history = new TraceHistory(rows, arena);
    private final ExchangeTracker tracker = new ExchangeTracker(exchanges, history, sessions.sessions());
    private final BrokerSide broker = new BrokerSide(sessions, retained, exchanges, history, topics);
    private final Observation seen = new Observation(exchanges);
    private final RuleBook rules;
    private final Row row = new Row();

    Fold(RuleBook rules) {
        this.rules = rules;
    }

    private void dropped(SessionState session, int keepLink, int atRow) {
        tracker.dropped(session, keepLink, atRow);
    }

    void append(WireEvent event) {
        int number = rows.count();
        sessions.expire(event.timeNanos(), number);
        findings.at(number, event.link());
        switch (event) {
            case LinkOpened opened -> opened(number, opened);
            case Frame frame -> frame(number, frame);
            case FrameReleased released -> released(number, released);
            case LinkEnded ended -> ended(number, ended);
            case FramesMissed missed -> missed(number, missed);
        }
        row.severity = findings.worst();
        rows.add(row);
        worst.add(row.severity.ordinal(), row.judgement.ordinal());
        if (row.exchange >= 0) {
            int before = exchanges.step(row.exchange, number);
            if (before >= 0) {
                rows.follow(before, number);
            }
        }
        if (row.kind == RowKind.RELEASED && row.held >= 0) {
            rows.release(row.held, number);
        }
    }

    /** A row that is no frame: the event itself is kept. */
    private void begin(RowKind kind, WireEvent event) {
        row.begin(kind, event.timeNanos(), event.link());
        row.position = events.size();
        events.add(event);
    }

    // ------------------------------------------------------------------ links

    private void opened(int number, LinkOpened opened) {
        begin(RowKind.LINK_OPENED, opened);
        rules.event(seen.of(number, opened, sessions.open(opened, number)), findings);
    }

    private void ended(int number, LinkEnded ended) {
        LinkState link = sessions.link(ended.link(), ended.timeNanos(), number);
        begin(RowKind.LINK_ENDED, ended);
        row.session = link.session().map(SessionState::id).orElse(-1);
        List<Integer> cut = ended.isFinal() ? openDeliveries(link) : List.of();
        if (ended.isFinal()) {
            held.ended(link.number());
            tracker.ended(link, number);
        }
        sessions.ended(link, ended, number);
        rules.event(seen.of(number, ended, link).cut(cut), findings);
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
                    if (exchanges.finishedRow(id) == ExchangeLog.OPEN) {
                        open.add(id);
                    }
                });
            }
        }
        return open;
    }

    private void missed(int number, FramesMissed missed) {
        LinkState link = sessions.link(missed.link(), missed.timeNanos(), number);
        begin(RowKind.MISSED, missed);
        row.direction = missed.direction();
        row.length = Math.clamp(missed.bytes(), 0, Integer.MAX_VALUE);
        row.session = link.session().map(SessionState::id).orElse(-1);
        sessions.missed(link, missed, number);
        counters.missing(missed.bytes());
        rules.event(seen.of(number, missed, link), findings);
    }

    // ------------------------------------------------------------------ frames

    private void frame(int number, Frame frame) {
        LinkState link = sessions.link(frame.link(), frame.timeNanos(), number);
        boolean opaque = frame.opaque() || frame.raw().isEmpty();
        row.begin(opaque ? RowKind.OPAQUE : RowKind.PACKET, frame.timeNanos(), frame.link());
        row.direction = frame.direction();
        row.fate = frame.fate();
        row.length = frame.raw().length();
        row.position = arena.add(frame.raw());
        if (frame.fate() == Frame.Fate.HELD) {
            held.hold(frame.holdId(), frame.link(), number);
        }
        if (opaque) {
            row.session = link.session().map(SessionState::id).orElse(-1);
            counters.opaque(frame.raw().length());
            rules.event(seen.of(number, frame, link), findings);
        } else {
            packet(number, frame, link);
        }
    }

    private void packet(int number, Frame frame, LinkState link) {
        Passage passage = Passage.ofFrame(frame.fate());
        Decoded decoded = PacketDecoding.decode(link, frame.raw(), frame.direction());
        Packet packet = decoded.packet().orElse(null);
        Tracked tracked = null;
        link.countPacket();
        if (packet instanceof Connect connect && link.connectRow() < 0
                && frame.direction() == Direction.CLIENT_TO_SERVER) {
            sessions.connect(link, connect, decoded.version(), number);
        }
        SessionState session = sessions.sessionOf(link);
        row.firstByte = frame.raw().at(0);
        row.version = link.readAs();
        row.session = session.id();
        if (packet != null) {
            row.packetId = packet.packetId();
            row.reasonCode = reasonCode(packet);
            row.topic = packet instanceof Publish publish ? topic(link, frame.direction(), publish, passage) : 0;
            tracked = tracker.packet(number, link, session, frame.direction(), packet, row.topic, passage);
            row.exchange = tracked.exchange();
            row.sender = tracked.sender();
            row.receiver = tracked.receiver();
            broker.packet(link, session, frame.direction(), packet, passage, row.exchange, row.topic, number,
                    frame.timeNanos());
        }
        row.judgement = judge(decoded, tracked, frame.fate());
        if (passage.isSent()) {
            count(decoded.type(), packet);
        }
        rules.packet(decoded.type(), seen.of(number, frame, link).packet(decoded, tracked), findings);
    }

    private static Judgement judge(Decoded decoded, Tracked tracked, Frame.Fate fate) {
        for (int i = 0; i < decoded.defects().size(); i++) {
            if (decoded.defects().get(i).verdict() != Defect.Verdict.PROTOCOL_ERROR) {
                return Judgement.MALFORMED;
            }
        }
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
            counters.malformed();
        } else {
            counters.packet(type);
            if (packet instanceof Publish publish && publish.dup()) {
                counters.dup();
            }
        }
    }

    /** Topic Aliases are resolved once, in the order of the wire, as the sender means them. */
    private int topic(LinkState link, Direction direction, Publish publish, Passage passage) {
        int alias = link.readAs().isMqtt5()
                ? (int) publish.properties().number(PropertyId.TOPIC_ALIAS).orElse(TopicAliases.NONE)
                : TopicAliases.NONE;
        if (alias == TopicAliases.NONE) {
            return topics.number(publish.topicName());
        }
        if (publish.topicName().isEmpty()) {
            return link.aliases(direction).get(alias);
        }
        int topic = topics.number(publish.topicName());
        if (passage.isSent()) {
            link.aliases(direction).set(alias, topic);
        }
        return topic;
    }

    /** The Reason Code, the worst one of a SUBACK or UNSUBACK, or -1. */
    private static int reasonCode(Packet packet) {
        return switch (packet) {
            case Acknowledgement acknowledgement -> acknowledgement.reasonCode();
            case Connack connack -> connack.reasonCode();
            case Disconnect disconnect -> disconnect.reasonCode();
            case Auth auth -> auth.reasonCode();
            case Suback suback -> worst(suback.reasonCodes());
            case Unsuback unsuback -> worst(unsuback.reasonCodes());
            case Connect _, Publish _, Subscribe _, Unsubscribe _, Pingreq _, Pingresp _ -> -1;
        };
    }

    private static int worst(List<Integer> reasonCodes) {
        return reasonCodes.stream().mapToInt(Integer::intValue).max().orElse(-1);
    }

    // ------------------------------------------------------------------ held frames

    private void released(int number, FrameReleased released) {
        LinkState link = sessions.link(released.link(), released.timeNanos(), number);
        begin(RowKind.RELEASED, released);
        row.direction = released.direction();
        row.fate = released.fate();
        row.session = link.session().map(SessionState::id).orElse(-1);
        row.held = held.release(released.holdId(), released.link());
        if (row.held >= 0 && rows.kind(row.held) == RowKind.PACKET) {
            released(number, link, row.held, Passage.ofRelease(released.fate()));
        }
        rules.event(seen.of(number, released, link), findings);
    }

    private void released(int number, LinkState link, int heldRow, Passage passage) {
        row.firstByte = rows.firstByte(heldRow);
        row.version = rows.version(heldRow);
        row.packetId = rows.packetId(heldRow);
        row.reasonCode = rows.reasonCode(heldRow);
        row.length = rows.length(heldRow);
        row.session = rows.session(heldRow);
        if (passage == Passage.DISCARDED) {
            row.judgement = Judgement.LOST;
        }
        history.packet(heldRow).ifPresent(packet -> {
            Tracked tracked = tracker.release(number, link, rows.exchange(heldRow), packet, passage);
            row.exchange = tracked.exchange();
            row.sender = tracked.sender();
            row.receiver = tracked.receiver();
            broker.packet(link, sessions.sessions().get(row.session), row.direction, packet, passage, row.exchange,
                    rows.topic(heldRow), heldRow, rows.timeNanos(heldRow));
        });
    }
}
