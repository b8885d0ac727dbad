package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.session.Limits;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a side does not send again though its session goes on after a reconnect: PUBLISH without PUBACK or PUBREC, and
 * PUBREL without PUBCOMP (MQTT 5.0 section 4.4). It is accused when it is heard some time later, and begins something
 * new instead, or has nothing else in flight that might come first. Nothing is said where the session was not seen
 * whole, or the tap has touched the new connection; what it did to the old one changes nothing about the duty.
 */
final class UnresentRule implements Rule {

    /** By then a side has sent again what it has: it waits for nobody. */
    private static final long LATE_NANOS = 10_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String SHARED = "$share/";
    /** So many of the messages are named as proof. */
    private static final int NAMED = 20;

    /** What is broken where a message is not sent again; the names are keys of the sentences. */
    private enum Broken {
        UNACKNOWLEDGED("MQTT-4.4.0-1"), EXPIRED("MQTT-4.3.3-7"), SHARED("MQTT-4.8.2-4"), UNSUBSCRIBED("MQTT-3.10.4-3"),
        /** A QoS 1 message that has expired: the specification does not say that it has to be sent again. */
        NOTHING("");

        private final String rule;

        Broken(String rule) {
            this.rule = rule;
        }
    }

    /** What one side has to send again on a connection. */
    private static final class Debt {
        private final Set<Integer> exchanges = new TreeSet<>();
        /** When it could begin, or has last sent something again. */
        private long nanos;
    }

    /** What both sides have to send again, by the direction of the messages. */
    private record Debts(LinkState link, long sinceNanos, Map<Direction, Debt> of) {

        boolean arePaid() {
            return of.values().stream().allMatch(debt -> debt.exchanges.isEmpty());
        }
    }

    /** Connections whose session was resumed with something in flight. */
    private final Map<Integer, Debts> byLink = new HashMap<>();
    private final Remembered remembered;

    UnresentRule(Remembered remembered) {
        this.remembered = remembered;
    }

    @Override
    public Set<PacketType> types() {
        return EnumSet.complementOf(EnumSet.of(PacketType.RESERVED));
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.CONNACK || circumstances.contains(Circumstance.WATCHED);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        if (seen.decoded().type() == PacketType.CONNACK) {
            resumed(seen);
        } else if (!byLink.isEmpty()) {
            Debts debts = byLink.get(seen.link().number());
            if (debts != null && seen.event() instanceof Frame frame) {
                heard(debts, seen, frame, sink);
            }
        }
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (!byLink.isEmpty() && (seen.link().hasEnded() || !seen.link().isUntouched())) {
            forget(seen.link());
        }
    }

    private void forget(LinkState link) {
        if (byLink.remove(link.number()) != null) {
            link.unwatch();
        }
    }

    // ------------------------------------------------------------------ the duty

    private void resumed(Observation seen) {
        LinkState link = seen.link();
        SessionState session = link.session().orElse(null);
        if (session == null || session.connectedLink() != link.number() || !session.isKnown() || session.holeRow() >= 0
                || link.connackRow() != seen.row() || link.isFresh() || !link.isUntouched()
                || !(seen.packetOrNull() instanceof Connack connack) || !connack.isAccepted()) {
            return;
        }
        Debts debts = new Debts(link, seen.event().timeNanos(), new EnumMap<>(Direction.class));
        for (Direction direction : Direction.values()) {
            Debt debt = new Debt();
            debt.nanos = debts.sinceNanos();
            debts.of().put(direction, debt);
            boolean mayBeTooLarge = link.limits(direction).maximumPacketSize() != Limits.NONE.maximumPacketSize();
            if (session.open(direction) > 0 && !mayBeTooLarge) {
                session.ids(direction).forEach(id -> {
                    if (isOwed(seen.exchanges(), id)) {
                        debt.exchanges.add(id);
                    }
                });
            }
        }
        if (!debts.arePaid()) {
            byLink.put(link.number(), debts);
            link.watch();
        }
    }

    private static boolean isOwed(ExchangeLog exchanges, int id) {
        return exchanges.finishedRow(id) == ExchangeLog.OPEN && !exchanges.isDoubtful(id)
                && switch (exchanges.sender(id)) {
                    case AWAIT_PUBACK, AWAIT_PUBREC, OWES_PUBREL, AWAIT_PUBCOMP -> true;
                    case IDLE, AWAIT_ANSWER -> false;
                };
    }

    // ------------------------------------------------------------------ the verdict

    /** Something comes by on the connection: it may be what was owed, or show that it will not come. */
    private void heard(Debts debts, Observation seen, Frame frame, FindingSink sink) {
        ExchangeLog exchanges = seen.exchanges();
        Tracked tracked = seen.trackedOrNull();
        int id = tracked == null ? Tracked.NONE : tracked.exchange();
        debts.of().values().forEach(debt -> debt.exchanges.remove(id));
        if (debts.arePaid() || !debts.link().isUntouched()) {
            forget(debts.link());
            return;
        }
        Debt debt = debts.of().get(frame.direction());
        boolean isNew = isNew(exchanges, id, frame, seen.row());
        if (isOfSender(seen.decoded().type()) && id != Tracked.NONE
                && exchanges.firstRow(id) < debts.link().connectRow()) {
            // It is sending again, perhaps what was acknowledged without its knowledge: the rest may follow.
            debt.nanos = frame.timeNanos();
        } else if (frame.timeNanos() - debt.nanos >= LATE_NANOS) {
            debt.exchanges.removeIf(open -> exchanges.finishedRow(open) != ExchangeLog.OPEN);
            int inFlight = seen.session().orElseThrow().open(frame.direction());
            if (!debt.exchanges.isEmpty() && (isNew || inFlight == debt.exchanges.size())) {
                accuse(debts, debt.exchanges, frame, exchanges, sink);
                debt.exchanges.clear();
            }
        }
    }

    private static boolean isOfSender(PacketType type) {
        return type == PacketType.PUBLISH || type == PacketType.PUBREL;
    }

    /** Whether a packet of the sender is the first of a message at QoS 1 or 2. */
    private static boolean isNew(ExchangeLog exchanges, int id, Frame frame, int row) {
        return id != Tracked.NONE && exchanges.direction(id) == frame.direction() && exchanges.firstRow(id) == row
                && (exchanges.kind(id) == ExchangeKind.QOS_1 || exchanges.kind(id) == ExchangeKind.QOS_2);
    }

    private void accuse(Debts debts, Collection<Integer> owed, Frame frame, ExchangeLog exchanges, FindingSink sink) {
        LinkState link = debts.link();
        Map<Broken, IntStream.Builder> rows = new EnumMap<>(Broken.class);
        for (int id : owed) {
            rows.computeIfAbsent(broken(id, debts, exchanges), _ -> IntStream.builder()).add(exchanges.firstRow(id));
        }
        rows.remove(Broken.NOTHING);
        rows.forEach((broken, builder) -> {
            int[] first = builder.build().sorted().toArray();
            Object[] values = {Words.sender(frame), Words.client(link), first.length,
                (frame.timeNanos() - debts.sinceNanos()) / NANOS_PER_SECOND};
            int[] proof = IntStream.concat(IntStream.of(first).limit(NAMED), IntStream.of(link.connackRow())).toArray();
            sink.report(broken.rule, Severity.ERROR, Phrases.say("unresent", values),
                    Phrases.say("unresent." + broken.name() + ".advice", values), proof);
        });
    }

    private Broken broken(int id, Debts debts, ExchangeLog exchanges) {
        boolean broker = exchanges.direction(id) == Direction.SERVER_TO_CLIENT;
        boolean twice = exchanges.kind(id) == ExchangeKind.QOS_2;
        if (remembered.isExpired(id, debts.sinceNanos())) {
            return twice ? Broken.EXPIRED : Broken.NOTHING;
        }
        if (broker && twice && debts.link().readAs().isMqtt5() && isSharedOnly(debts.link())) {
            return Broken.SHARED;
        }
        return broker && Remembered.isUnsubscribedSince(exchanges, id) ? Broken.UNSUBSCRIBED : Broken.UNACKNOWLEDGED;
    }

    private static boolean isSharedOnly(LinkState link) {
        Collection<TopicSubscription> subscriptions = link.session().orElseThrow().subscriptions();
        return !subscriptions.isEmpty()
                && subscriptions.stream().allMatch(subscription -> subscription.topicFilter().startsWith(SHARED));
    }
}
