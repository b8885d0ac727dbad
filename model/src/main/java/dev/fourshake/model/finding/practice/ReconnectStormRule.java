package dev.fourshake.model.finding.practice;

import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A client that connects again and again, and an address from which connections are tried in vain. Many clients of one
 * address that are all let in are no storm: they may stand behind a gateway.
 */
final class ReconnectStormRule implements Rule {

    /**
     * A client that waits between its attempts as it should (one second, two, four, eight…) makes six in a minute, and
     * a connection that is lost by chance is not lost ten times in one.
     */
    private static final int ATTEMPTS = 10;
    private static final long WITHIN_NANOS = 60_000_000_000L;

    private final Map<Integer, Storm> bySession = new HashMap<>();
    private final Map<String, Storm> byAddress = new HashMap<>();
    private final Map<String, Integer> addresses = new HashMap<>();
    private final Recurrence ofSessions = new Recurrence();
    private final Recurrence ofAddresses = new Recurrence();

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.CONNECT);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (link.connectRow() != seen.row() || !Phrases.isOfPeer(seen) || !isNamed(link)) {
            return;
        }
        int session = link.session().orElseThrow().id();
        Storm storm = bySession.computeIfAbsent(session, _ -> new Storm(ATTEMPTS));
        if (storm.add(seen.event().timeNanos(), seen.row(), WITHIN_NANOS) && ofSessions.isToTell(session)) {
            Object[] values = {Words.client(seen), ATTEMPTS, ofSessions.count(session)};
            sink.report("FS-RECONNECT-STORM", Severity.WARNING, Phrases.say("FS-RECONNECT-STORM", values),
                    Phrases.say("FS-RECONNECT-STORM.advice", values), storm.rows());
        }
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (!(seen.event() instanceof LinkEnded ended) || !ended.isFinal() || isNamed(link) || link.holeRow() >= 0
                || link.connack().map(Connack::isAccepted).orElse(link.packets() > 1)) {
            return;
        }
        String address = host(link.opened().client());
        Storm storm = byAddress.computeIfAbsent(address, _ -> new Storm(ATTEMPTS));
        int number = addresses.computeIfAbsent(address, _ -> addresses.size());
        if (!address.isEmpty() && storm.add(ended.timeNanos(), seen.row(), WITHIN_NANOS)
                && ofAddresses.isToTell(number)) {
            Object[] values = {address, ATTEMPTS, ofAddresses.count(number)};
            sink.report("FS-RECONNECT-STORM", Severity.WARNING, Phrases.say("FS-RECONNECT-STORM.address", values),
                    Phrases.say("FS-RECONNECT-STORM.advice", values), storm.rows());
        }
    }

    private static boolean isNamed(LinkState link) {
        return link.connect().map(connect -> !connect.clientId().isEmpty()).orElse(false);
    }

    /** The host of {@code HOST:PORT}. */
    static String host(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }
}
