package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A PUBLISH that is sent again where that matters: the receiver gets the message twice, its sender is impatient, or the
 * answer to one copy will be taken for the answer to another message.
 */
final class RepeatRule implements Rule {

    private static final int DIRECTIONS = 2;
    /** What was not answered by then will not be: some receivers answer only one of two copies. */
    private static final long UNDERWAY_NANOS = 10_000_000_000L;

    private final Recurrence twice = new Recurrence();
    private final Recurrence live = new Recurrence();
    private final Recurrence reused = new Recurrence();
    /** When a message was last sent again, by the row at which it was first sent. */
    private final Map<Integer, Long> sentAgain = new HashMap<>();

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.PUBLISH && circumstances.contains(Circumstance.UNUSUAL);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Tracked tracked = seen.trackedOrNull();
        if (tracked == null || tracked.exchange() == Tracked.NONE || !(seen.event() instanceof Frame frame)) {
            return;
        }
        if (tracked.isIdReusedEarly()) {
            Long before = sentAgain.remove(tracked.evidence());
            if (before != null && frame.timeNanos() - before <= UNDERWAY_NANOS) {
                report("FS-ID-REUSED", Severity.ADVICE, reused, seen, frame, sink, tracked.evidence());
            }
        } else if (tracked.judgement() == Judgement.REPEATED) {
            int first = seen.exchanges().firstRow(tracked.exchange());
            sentAgain.put(first, frame.timeNanos());
            if (tracked.isRepeatedDelivery()) {
                report("FS-DELIVERED-TWICE", Severity.ADVICE, twice, seen, frame, sink, first);
            } else if (tracked.isImpatient()) {
                report("FS-RESENT-LIVE", Severity.ADVICE, live, seen, frame, sink, first);
            }
        }
    }

    private static void report(String rule, Severity severity, Recurrence recurrence, Observation seen, Frame frame,
                               FindingSink sink, int first) {
        int key = seen.link().session().orElseThrow().id() * DIRECTIONS + frame.direction().ordinal();
        if (recurrence.isToTell(key)) {
            String packetId = String.valueOf(seen.decoded().packet().map(Packet::packetId).orElse(0));
            Object[] values = {Words.sender(frame), Words.client(seen), packetId, recurrence.count(key)};
            sink.report(rule, severity, Phrases.say(rule, values), Phrases.say(rule + ".advice", values), first);
        }
    }
}
