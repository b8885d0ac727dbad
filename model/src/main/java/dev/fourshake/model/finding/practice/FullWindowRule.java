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
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/**
 * A sender that may have no more messages in flight (Receive Maximum, MQTT 5.0 section 4.9) and has more to send: as
 * soon as one is acknowledged, the next follows. A window that is full by chance is not told: messages have to have
 * waited for a second in all. Once a connection and direction.
 */
final class FullWindowRule implements Rule {

    /** What follows an acknowledgement so soon had been waiting for it: few applications answer that fast. */
    private static final long PROMPT_NANOS = 20_000_000L;
    /** A delay that a user notices. */
    private static final long NOTICED_NANOS = 1_000_000_000L;

    private static final int UNBOUNDED = 0;
    private static final long NEVER = Long.MIN_VALUE;
    private static final Direction[] DIRECTIONS = Direction.values();

    private final BitSet told = new BitSet();
    private int[] limit = new int[0];
    private long[] fullSince = new long[0];
    private long[] freedAt = new long[0];
    private long[] waited = new long[0];

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.CONNACK, PacketType.PUBLISH, PacketType.PUBACK, PacketType.PUBREC,
                PacketType.PUBCOMP);
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return types().contains(type) && circumstances.contains(Circumstance.MQTT_5)
                && !circumstances.contains(Circumstance.QOS_0);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (!link.readAs().isMqtt5() || !(seen.event() instanceof Frame frame)) {
            return;
        }
        if (seen.packetOrNull() instanceof Connack connack) {
            connected(link, connack);
        } else if (seen.decoded().type() == PacketType.PUBLISH) {
            published(link, frame, seen, sink);
        } else {
            acknowledged(link, frame.direction().opposite(), frame.timeNanos());
        }
    }

    private void connected(LinkState link, Connack connack) {
        int at = place(link, Direction.CLIENT_TO_SERVER);
        if (at >= limit.length) {
            int length = Math.max(at + DIRECTIONS.length, limit.length * 2);
            limit = Arrays.copyOf(limit, length);
            fullSince = Arrays.copyOf(fullSince, length);
            freedAt = Arrays.copyOf(freedAt, length);
            waited = Arrays.copyOf(waited, length);
        }
        limit[at] = receiveMaximum(connack.properties());
        limit[place(link, Direction.SERVER_TO_CLIENT)] = link.connect()
                .map(connect -> receiveMaximum(connect.properties())).orElse(UNBOUNDED);
    }

    private static int receiveMaximum(Properties properties) {
        return (int) properties.number(PropertyId.RECEIVE_MAXIMUM).orElse(UNBOUNDED);
    }

    private static int place(LinkState link, Direction direction) {
        return link.number() * DIRECTIONS.length + direction.ordinal();
    }

    private boolean isBounded(int at) {
        return at < limit.length && limit[at] != UNBOUNDED && !told.get(at);
    }

    private void published(LinkState link, Frame frame, Observation seen, FindingSink sink) {
        int at = place(link, frame.direction());
        Tracked tracked = seen.trackedOrNull();
        if (!isBounded(at) || tracked == null || tracked.exchange() == Tracked.NONE
                || tracked.judgement() != Judgement.REGULAR
                || seen.exchanges().kind(tracked.exchange()) == ExchangeKind.QOS_0
                || link.session().orElseThrow().open(frame.direction()) < limit[at]) {
            return;
        }
        long now = frame.timeNanos();
        if (freedAt[at] > fullSince[at] && now - freedAt[at] <= PROMPT_NANOS) {
            waited[at] += freedAt[at] - fullSince[at];
        } else {
            waited[at] = 0;
        }
        fullSince[at] = now;
        freedAt[at] = NEVER;
        if (waited[at] >= NOTICED_NANOS) {
            told.set(at);
            Object[] values = {Words.sender(frame), Words.client(seen), limit[at]};
            sink.report("FS-WINDOW-FULL", Severity.ADVICE, Phrases.say("FS-WINDOW-FULL", values),
                    Phrases.say("FS-WINDOW-FULL.advice", values), link.connectRow());
        }
    }

    private void acknowledged(LinkState link, Direction direction, long nowNanos) {
        int at = place(link, direction);
        SessionState session = link.session().orElse(null);
        if (session != null && isBounded(at) && freedAt[at] == NEVER && session.open(direction) < limit[at]) {
            freedAt[at] = nowNanos;
        }
    }
}
