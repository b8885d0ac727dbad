package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * An answer that does not come though its question has got there. Not while the tap holds a packet of the connection:
 * then the answer may wait behind it. When it comes after all, that is said too.
 */
final class OverdueRule implements Rule {

    /**
     * TCP heals a lost segment within three seconds; a peer that works answers at once, and a slow one should hand the
     * work to another thread. After ten seconds clients begin to give up: many take that for their default.
     */
    static final long OVERDUE_NANOS = 10_000_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final Owed[] OWED = Owed.values();

    private final OpenSteps open = new OpenSteps();
    private final Recurrence recurrence = new Recurrence();
    private final UnansweredRule unanswered;
    private int[] heldByLink = new int[8];
    private ExchangeLog exchanges;

    /** @param unanswered is told what is overdue, and may say so by a statement of the specification */
    OverdueRule(UnansweredRule unanswered) {
        this.unanswered = unanswered;
    }

    @Override
    public Set<PacketType> types() {
        return EnumSet.complementOf(EnumSet.of(PacketType.RESERVED));
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return types().contains(type) && !(circumstances.contains(Circumstance.QOS_0)
                && !circumstances.contains(Circumstance.UNUSUAL));
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        if (seen.event() instanceof Frame frame && frame.fate() == Frame.Fate.HELD) {
            hold(seen.link().number(), 1);
        }
        if (seen.decoded().type() == PacketType.DISCONNECT) {
            open.removeAll(seen.link());
        } else if (seen.decoded().type() == PacketType.AUTH) {
            seen.tracked().ifPresent(tracked -> open.remove(tracked.exchange()));
        } else {
            moved(seen, Phrases.isOfPeer(seen), sink);
        }
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        switch (seen.event()) {
            case FrameReleased released -> {
                hold(seen.link().number(), -1);
                // what waited for the tap has its full time again
                open.restartAll(seen.link(), released.timeNanos());
                moved(seen, true, sink);
            }
            case LinkEnded ended when ended.isFinal() -> {
                open.removeAll(seen.link());
                hold(seen.link().number(), -held(seen.link()));
            }
            case FramesMissed _ -> open.removeAll(seen.link());
            case LinkOpened _, LinkEnded _, Frame _ -> {
            }
        }
    }

    private void hold(int link, int more) {
        if (link >= heldByLink.length) {
            heldByLink = Arrays.copyOf(heldByLink, Math.max(link + 1, heldByLink.length * 2));
        }
        heldByLink[link] = Math.max(0, heldByLink[link] + more);
    }

    private int held(LinkState link) {
        return link.number() < heldByLink.length ? heldByLink[link.number()] : 0;
    }

    /** @param asks whether what is owed now counts: not where the tap has asked in a peer's place */
    private void moved(Observation seen, boolean asks, FindingSink sink) {
        Tracked tracked = seen.trackedOrNull();
        if (tracked == null || tracked.exchange() == Tracked.NONE) {
            return;
        }
        exchanges = seen.exchanges();
        int id = tracked.exchange();
        ExchangeKind kind = exchanges.kind(id);
        if (kind == ExchangeKind.QOS_0) {
            return;
        }
        Owed owed = Owed.at(kind, tracked.sender(), tracked.receiver());
        int place = open.find(id);
        if (place != OpenSteps.NONE && open.step(place) != owed.ordinal()) {
            if (open.isTold(place)) {
                late(place, seen, sink);
            }
            open.remove(id);
            place = OpenSteps.NONE;
        }
        if (place == OpenSteps.NONE && owed != Owed.NOTHING && asks) {
            open.put(id, owed.ordinal(), seen.event().timeNanos(), seen.row(), seen.link());
        }
    }

    private void late(int place, Observation seen, FindingSink sink) {
        Object[] values = values(place, seen.event().timeNanos(), 1);
        sink.report("FS-OVERDUE", Severity.ADVICE, Phrases.say("FS-OVERDUE.late", values),
                Phrases.say("FS-OVERDUE.late.advice", values), open.row(place));
    }

    @Override
    public void clock(long nowNanos, FindingSink sink) {
        open.removeIf(place -> {
            if (nowNanos - open.since(place) < OVERDUE_NANOS || open.isTold(place) || held(open.link(place)) > 0) {
                return false;
            }
            int id = open.exchange(place);
            if (exchanges.finishedRow(id) != ExchangeLog.OPEN && exchanges.outcome(id) == Outcome.ABANDONED) {
                return true;
            }
            return !isTold(place, nowNanos, sink);
        });
    }

    /** Whether it was said that an answer is overdue; what is not said is not looked at again. */
    private boolean isTold(int place, long nowNanos, FindingSink sink) {
        int key = exchanges.session(open.exchange(place)) * OWED.length + open.step(place);
        if (unanswered.overdue(open, place, exchanges, nowNanos, sink)) {
            open.tell(place);
        } else if (recurrence.isToTell(key)) {
            open.tell(place);
            Object[] values = values(place, nowNanos, recurrence.count(key));
            sink.reportOn(open.link(place).number(), "FS-OVERDUE", Severity.WARNING,
                    Phrases.say("FS-OVERDUE", values),
                    Phrases.say(OWED[open.step(place)] == Owed.PUBREL ? "FS-OVERDUE.PUBREL.advice"
                            : "FS-OVERDUE.advice", values), open.row(place));
        }
        return open.isTold(place);
    }

    private Object[] values(int place, long nowNanos, int count) {
        int id = open.exchange(place);
        Owed owed = OWED[open.step(place)];
        String packet = owed.isNumbered() ? owed.name() + " " + exchanges.packetId(id) : owed.name();
        return new Object[] {Words.side(owed.isOfBroker(exchanges.direction(id))), Words.client(open.link(place)),
            packet, (nowNanos - open.since(place)) / NANOS_PER_SECOND, count};
    }
}
