package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/**
 * QoS 2 exchanges that end with their session at a step before the last: which step that was tells whether the message
 * is lost. Of those that an unseen part of the traffic may have finished nothing is said.
 */
final class UnfinishedRule implements Rule {

    /** How far the exchange has got; what that means stands in the sentences. */
    private enum Step { NOT_ARRIVED, PUBLISHED, RECORDED, RELEASED }

    private static final Step[] STEPS = Step.values();

    private final OpenSteps open = new OpenSteps();
    private final Recurrence recurrence = new Recurrence();
    private ExchangeLog exchanges;
    /** So many were given up when the open ones were last looked through. */
    private long abandoned;

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.PUBLISH, PacketType.PUBREC, PacketType.PUBREL, PacketType.PUBCOMP,
                PacketType.CONNACK);
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return types().contains(type) && (type != PacketType.PUBLISH
                || circumstances.contains(Circumstance.QOS_2) || circumstances.contains(Circumstance.UNUSUAL));
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        if (seen.decoded().type() == PacketType.CONNACK) {
            look(seen.row(), sink);
        } else {
            moved(seen);
        }
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (seen.event() instanceof LinkEnded) {
            look(seen.row(), sink);
        } else if (seen.event() instanceof FrameReleased) {
            moved(seen);
        }
    }

    /** A session may have expired since the last second. */
    @Override
    public void clock(long nowNanos, FindingSink sink) {
        look(Integer.MAX_VALUE, sink);
    }

    private void moved(Observation seen) {
        Tracked tracked = seen.trackedOrNull();
        if (tracked == null || tracked.exchange() == Tracked.NONE) {
            return;
        }
        exchanges = seen.exchanges();
        int id = tracked.exchange();
        if (exchanges.kind(id) != ExchangeKind.QOS_2) {
            return;
        }
        if (exchanges.finishedRow(id) == ExchangeLog.OPEN) {
            open.put(id, step(tracked.sender(), tracked.receiver()).ordinal(), seen.event().timeNanos(), seen.row(),
                    seen.link());
        } else {
            open.remove(id);
        }
    }

    private static Step step(SenderState sender, ReceiverState receiver) {
        return switch (receiver) {
            case OWES_PUBREC -> Step.PUBLISHED;
            case AWAIT_PUBREL -> Step.RECORDED;
            case OWES_PUBCOMP -> Step.RELEASED;
            case IDLE, OWES_PUBACK, OWES_ANSWER ->
                    sender == SenderState.AWAIT_PUBCOMP ? Step.RELEASED : Step.NOT_ARRIVED;
        };
    }

    private void look(int row, FindingSink sink) {
        if (open.isEmpty() || exchanges.abandoned() == abandoned) {
            return;
        }
        abandoned = exchanges.abandoned();
        open.removeIf(place -> {
            int id = open.exchange(place);
            int finished = exchanges.finishedRow(id);
            if (finished == ExchangeLog.OPEN) {
                return false;
            }
            if (exchanges.outcome(id) == Outcome.ABANDONED && (finished == row || !isOverwritten(finished))
                    && open.link(place).connectRow() >= 0
                    && open.link(place).holeRow() < exchanges.firstRow(id)) {
                unfinished(place, sink);
            }
            return true;
        });
    }

    /**
     * Whether an exchange began at the row: one that took the identifier of another, for which there are other rules.
     */
    private boolean isOverwritten(int row) {
        int begun = exchanges.begunBefore(row + 1);
        return begun > 0 && exchanges.firstRow(begun - 1) == row;
    }

    private void unfinished(int place, FindingSink sink) {
        int id = open.exchange(place);
        if (recurrence.isToTell(exchanges.session(id))) {
            String key = "FS-UNFINISHED." + STEPS[open.step(place)];
            Object[] values = {Words.client(open.link(place)), String.valueOf(exchanges.packetId(id)),
                recurrence.count(exchanges.session(id))};
            sink.reportOn(open.link(place).number(), "FS-UNFINISHED", Severity.WARNING, Phrases.say(key, values),
                    Phrases.say("FS-UNFINISHED.advice", values), exchanges.firstRow(id), open.row(place));
        }
    }
}
