package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.Arrays;
import java.util.Set;

/** Small values that a client publishes to one topic at QoS 2, each overtaken by the next before it matters. */
final class HighQosRule implements Rule {

    /** A value that is replaced after a fifth of a second need not be delivered exactly once. */
    private static final int A_SECOND = 5;
    /** A burst is none: it has to go on. */
    private static final int SECONDS = 5;
    /** Larger payloads may be parts of a whole. */
    private static final int SMALL = 256;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Recurrence recurrence = new Recurrence();
    private int[] sessions = new int[0];
    private long[] second = new long[0];
    private int[] inSecond = new int[0];
    private int[] run = new int[0];
    private int[] firstRow = new int[0];

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return circumstances.contains(Circumstance.QOS_2);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Tracked tracked = seen.trackedOrNull();
        if (tracked != null && tracked.exchange() != Tracked.NONE && tracked.judgement() == Judgement.REGULAR
                && seen.exchanges().kind(tracked.exchange()) == ExchangeKind.QOS_2
                && seen.event() instanceof Frame frame && frame.direction() == Direction.CLIENT_TO_SERVER
                && frame.raw().length() <= SMALL && Phrases.isOfPeer(seen)
                && seen.packetOrNull() instanceof Publish publish
                && publish.qos() == Qos.EXACTLY_ONCE) {
            int topic = seen.exchanges().topic(tracked.exchange());
            int session = seen.link().session().orElseThrow().id();
            if (topic > 0 && goesOn(topic, session, Math.floorDiv(frame.timeNanos(), SECOND_NANOS), seen.row())
                    && recurrence.isToTell(session)) {
                Object[] values = {Words.client(seen), A_SECOND, SECONDS, recurrence.count(session)};
                sink.report("FS-QOS-TOO-HIGH", Severity.ADVICE, Phrases.say("FS-QOS-TOO-HIGH", values),
                        Phrases.say("FS-QOS-TOO-HIGH.advice", values), firstRow[topic]);
            }
        }
    }

    /** One more message on a topic; whether it completes the seconds that are too many. */
    private boolean goesOn(int topic, int session, long now, int row) {
        if (topic >= second.length) {
            grow(topic);
        }
        boolean follows = sessions[topic] == session && inSecond[topic] >= A_SECOND && now == second[topic] + 1;
        if (sessions[topic] != session || now != second[topic] && !follows) {
            sessions[topic] = session;
            run[topic] = 0;
            firstRow[topic] = row;
            second[topic] = now;
            inSecond[topic] = 1;
            return false;
        }
        if (follows) {
            second[topic] = now;
            inSecond[topic] = 0;
        }
        inSecond[topic]++;
        return inSecond[topic] == A_SECOND && ++run[topic] == SECONDS;
    }

    private void grow(int topic) {
        int length = Math.max(topic + 1, Math.max(64, second.length * 2));
        int before = sessions.length;
        sessions = Arrays.copyOf(sessions, length);
        Arrays.fill(sessions, before, length, -1);
        second = Arrays.copyOf(second, length);
        inSecond = Arrays.copyOf(inSecond, length);
        run = Arrays.copyOf(run, length);
        firstRow = Arrays.copyOf(firstRow, length);
    }
}
