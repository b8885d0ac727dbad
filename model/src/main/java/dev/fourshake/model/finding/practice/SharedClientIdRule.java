package dev.fourshake.model.finding.practice;

import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Two devices with one Client Identifier: each connects, the broker closes the other's connection (MQTT-3.1.4-2 before
 * MQTT 5, MQTT-3.1.4-3 in it), and that one comes back at once. A device that lost its connection without a farewell
 * takes itself over too, but not time and again.
 */
final class SharedClientIdRule implements Rule {

    /** Each of the two has thrown the other out: one takes over, the other takes back. */
    private static final int TAKEOVERS_OF_TWO_ADDRESSES = 2;
    /** Behind one address it may be one device with a bad network; four times in a minute are two devices. */
    private static final int TAKEOVERS_OF_ONE_ADDRESS = 4;
    /** A device that is thrown out comes back within its reconnect delay, which is hardly ever above a minute. */
    private static final long WITHIN_NANOS = 60_000_000_000L;

    private static final class Contest {
        long lastNanos;
        int lastRow = -1;
        int streak;
        String thrownOut = "";
    }

    private final Map<Integer, Contest> contests = new HashMap<>();
    private final Map<Integer, LinkState> connected = new HashMap<>();
    private final Recurrence recurrence = new Recurrence();

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.CONNECT, PacketType.DISCONNECT);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (!Phrases.isOfPeer(seen) || link.session().isEmpty() || !(seen.event() instanceof Frame frame)) {
            return;
        }
        int session = link.session().get().id();
        if (seen.decoded().type() == PacketType.DISCONNECT) {
            // a client that says good-bye is not thrown out; a broker's farewell is what throws it out
            if (frame.direction() == Direction.CLIENT_TO_SERVER) {
                connected.remove(session, link);
            }
        } else if (link.connectRow() == seen.row() && !link.connect().orElseThrow().clientId().isEmpty()) {
            LinkState before = connected.put(session, link);
            if (before != null && before != link) {
                takenOver(link.session().get(), before, seen, sink);
            }
        }
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (seen.event() instanceof LinkEnded ended && ended.isFinal()) {
            seen.session().ifPresent(session -> connected.remove(session.id(), seen.link()));
        }
    }

    private void takenOver(SessionState session, LinkState before, Observation seen, FindingSink sink) {
        Contest contest = contests.computeIfAbsent(session.id(), _ -> new Contest());
        long now = seen.event().timeNanos();
        String winner = ReconnectStormRule.host(seen.link().opened().client());
        String loser = ReconnectStormRule.host(before.opened().client());
        boolean goesOn = contest.streak > 0 && now - contest.lastNanos <= WITHIN_NANOS;
        boolean alternates = goesOn && winner.equals(contest.thrownOut) && !winner.equals(loser);
        int earlier = contest.lastRow;
        contest.streak = goesOn ? contest.streak + 1 : 1;
        contest.lastNanos = now;
        contest.lastRow = seen.row();
        contest.thrownOut = loser;
        int enough = alternates ? TAKEOVERS_OF_TWO_ADDRESSES : TAKEOVERS_OF_ONE_ADDRESS;
        if (contest.streak >= enough && recurrence.isToTell(session.id())) {
            Object[] values = {Words.client(seen), before.opened().client(), seen.link().opened().client(),
                recurrence.count(session.id())};
            sink.report("FS-SHARED-ID", Severity.WARNING, Phrases.say("FS-SHARED-ID", values),
                    Phrases.say("FS-SHARED-ID.advice", values), before.connectRow(), earlier);
        }
    }
}
