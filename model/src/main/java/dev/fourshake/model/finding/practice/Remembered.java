package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Recent;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.PacketType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the statement depends on that is broken when something owed never comes. It finds nothing by itself: it keeps,
 * of the last few packets that have it, what the exchanges do not tell, and looks at the exchanges around. Writer's
 * thread only.
 */
final class Remembered implements Rule {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** So many exchanges are looked at, before and after. */
    private static final int FAR = 1 << 14;
    /** Expiries that are kept. */
    private static final int SLOTS = 1 << 12;

    /** When messages at QoS 1 and 2 expire: of exchanges whose numbers end alike, only the last one that does. */
    private final int[] expiring = new int[SLOTS];
    private final long[] expiryNanos = new long[SLOTS];
    private final Map<Integer, List<String>> unsubscribes = new Recent<>();

    Remembered() {
        Arrays.fill(expiring, Tracked.NONE);
    }

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.PUBLISH, PacketType.UNSUBSCRIBE);
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.UNSUBSCRIBE || type == PacketType.PUBLISH
                && circumstances.contains(Circumstance.MQTT_5) && !circumstances.contains(Circumstance.QOS_0);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Tracked tracked = seen.trackedOrNull();
        if (tracked == null || tracked.exchange() == Tracked.NONE) {
            return;
        }
        if (seen.packetOrNull() instanceof Publish publish) {
            if (publish.qos() != Qos.AT_MOST_ONCE && !publish.properties().isEmpty()) {
                expiry(tracked.exchange(), seen.event().timeNanos(),
                        publish.properties().number(PropertyId.MESSAGE_EXPIRY_INTERVAL, -1));
            }
        } else if (seen.packetOrNull() instanceof Unsubscribe unsubscribe) {
            unsubscribes.put(tracked.exchange(), unsubscribe.topicFilters());
        }
    }

    private void expiry(int exchange, long nowNanos, long seconds) {
        int place = exchange & SLOTS - 1;
        if (seconds >= 0 && expiring[place] != exchange) {
            expiring[place] = exchange;
            expiryNanos[place] = nowNanos + seconds * NANOS_PER_SECOND;
        }
    }

    /** Whether the message of a QoS 1 or 2 exchange had expired at a time. */
    boolean isExpired(int exchange, long nanos) {
        int place = exchange & SLOTS - 1;
        return expiring[place] == exchange && expiryNanos[place] <= nanos;
    }

    /** Whether an UNSUBSCRIBE names no subscription that there is. */
    boolean endsNothing(int exchange, SessionState session) {
        List<String> filters = unsubscribes.get(exchange);
        return filters != null && session.isKnown() && session.holeRow() < 0 && session.subscriptions().stream()
                .noneMatch(subscription -> filters.contains(subscription.topicFilter()));
    }

    /** Whether the client has ended a subscription since the exchange began. */
    static boolean isUnsubscribedSince(ExchangeLog exchanges, int exchange) {
        int session = exchanges.session(exchange);
        for (int id = exchange + 1; id < Math.min(exchanges.count(), exchange + FAR); id++) {
            if (exchanges.session(id) == session && exchanges.kind(id) == ExchangeKind.UNSUBSCRIBE
                    && isAnswered(exchanges, id)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a message or a request that was sent the same way, behind {@code row}, was answered to its end. */
    static boolean isOvertaken(ExchangeLog exchanges, int exchange, int row) {
        int session = exchanges.session(exchange);
        for (int id = exchange + 1; id < Math.min(exchanges.count(), exchange + FAR); id++) {
            if (exchanges.session(id) == session && exchanges.firstRow(id) > row && isAnswered(exchanges, id)
                    && exchanges.direction(id) == exchanges.direction(exchange) && isOfPackets(exchanges.kind(id))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnswered(ExchangeLog exchanges, int id) {
        return exchanges.finishedRow(id) != ExchangeLog.OPEN && exchanges.outcome(id) != Outcome.ABANDONED;
    }

    /** PINGREQ may be answered by another part of a peer than does the work. */
    private static boolean isOfPackets(ExchangeKind kind) {
        return switch (kind) {
            case QOS_1, QOS_2, SUBSCRIBE, UNSUBSCRIBE -> true;
            case QOS_0, PING, CONNECT -> false;
        };
    }

    /** How the exchange ended that had the Packet Identifier before; OPEN where there is none near. */
    static Outcome predecessor(ExchangeLog exchanges, int exchange) {
        for (int id = exchange - 1; id >= Math.max(0, exchange - FAR); id--) {
            if (exchanges.packetId(id) == exchanges.packetId(exchange) && exchanges.kind(id) == exchanges.kind(exchange)
                    && exchanges.session(id) == exchanges.session(exchange)
                    && exchanges.direction(id) == exchanges.direction(exchange)) {
                return exchanges.outcome(id);
            }
        }
        return Outcome.OPEN;
    }
}
