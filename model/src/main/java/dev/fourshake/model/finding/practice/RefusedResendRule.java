package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Recent;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A message that its receiver has refused with a Reason Code of 0x80 or more, and that comes again on a later
 * connection: a refusal is an acknowledgement (MQTT 5.0 section 4.4). The sender must have got the refusal: it was
 * heard on that connection some time after.
 */
final class RefusedResendRule implements Rule {

    /** By then what a side has sent has got to the other, or the connection is dead and nothing comes from there. */
    private static final long ARRIVED_NANOS = 10_000_000_000L;

    /** A refusal: the exchange that it ended, its row and time. */
    private record Refusal(int link, int row, long nanos) {
    }

    private final Map<Integer, Refusal> refusals = new Recent<>();
    /** Kept of the links on which there were refusals. */
    private final Heard heard = new Heard();
    private final BitSet watched = new BitSet();

    @Override
    public Set<PacketType> types() {
        return EnumSet.complementOf(EnumSet.of(PacketType.RESERVED));
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return circumstances.contains(Circumstance.WATCHED) || circumstances.contains(Circumstance.MQTT_5)
                && switch (type) {
                    case PUBACK, PUBREC -> true;
                    case PUBLISH -> circumstances.contains(Circumstance.UNUSUAL);
                    case RESERVED, CONNECT, CONNACK, PUBREL, PUBCOMP, SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK, PINGREQ,
                         PINGRESP, DISCONNECT, AUTH -> false;
                };
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        if (!(seen.event() instanceof Frame frame)) {
            return;
        }
        PacketType type = seen.decoded().type();
        if (!refusals.isEmpty()) {
            if (seen.link().isWatched()) {
                heard.hear(frame);
            }
            if (type == PacketType.PUBLISH) {
                published(seen, frame, sink);
            }
        }
        if (type == PacketType.PUBACK || type == PacketType.PUBREC) {
            acknowledged(seen, frame);
        }
    }

    private void acknowledged(Observation seen, Frame frame) {
        if (seen.packetOrNull() instanceof Acknowledgement answer && answer.isFailure()
                && seen.link().isUntouched()) {
            int id = seen.trackedOrNull().exchange();
            if (id != Tracked.NONE && seen.trackedOrNull().judgement() == Judgement.REGULAR) {
                refusals.put(id, new Refusal(frame.link(), seen.row(), frame.timeNanos()));
                if (!watched.get(frame.link())) {
                    watched.set(frame.link());
                    seen.link().watch();
                }
            }
        }
    }

    private void published(Observation seen, Frame frame, FindingSink sink) {
        Tracked tracked = seen.trackedOrNull();
        if (tracked == null || tracked.judgement() != Judgement.REPEATED || !Phrases.isOfPeer(seen)) {
            return;
        }
        Refusal refusal = refusals.get(tracked.exchange());
        if (refusal != null && refusal.link() != frame.link() && isRefused(seen.exchanges(), tracked.exchange())
                && heard.isHeardSince(refusal.link(), frame.direction(), refusal.nanos() + ARRIVED_NANOS)) {
            refusals.remove(tracked.exchange());
            Object[] values = {Words.sender(frame), Words.client(seen),
                String.valueOf(seen.exchanges().packetId(tracked.exchange()))};
            sink.report("MQTT-4.4.0-2", Severity.ERROR, Phrases.say("refused.again", values),
                    Phrases.say("refused.again.advice", values), seen.exchanges().firstRow(tracked.exchange()),
                    refusal.row());
        }
    }

    private static boolean isRefused(ExchangeLog exchanges, int id) {
        return exchanges.finishedRow(id) != ExchangeLog.OPEN && exchanges.outcome(id) == Outcome.REJECTED;
    }
}
