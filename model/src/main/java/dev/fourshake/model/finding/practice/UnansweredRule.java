package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * An answer that is owed and never comes, by the statement that demands it. The specification sets no time, so it takes
 * more than an {@linkplain OverdueRule overdue} answer: a broker that answers what came later, a side that has gone on
 * without it for a minute, or the end of the connection. These are warnings, as a slow side might still have answered;
 * it is an error where the side that owes the answer takes its leave. Where the session goes on, so does the exchange,
 * and nothing is said at the end. CONNACK and PINGRESP have rules of their own. Nothing is said of a connection that
 * was not seen whole or that the tap has touched.
 */
final class UnansweredRule implements Rule {

    /** A slow consumer may take its time; after a minute its sender has given up, or its queue is full. */
    private static final long LONG_NANOS = 60_000_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final Owed[] OWED = Owed.values();

    /** What is overdue and has not been judged: there is nothing in it in traffic without faults. */
    private final OpenSteps waiting = new OpenSteps();
    private final Recurrence recurrence = new Recurrence();
    private final Remembered remembered;
    /** Kept only while anything waits. */
    private final Heard heard = new Heard();
    private ExchangeLog exchanges;

    UnansweredRule(Remembered remembered) {
        this.remembered = remembered;
    }

    @Override
    public Set<PacketType> types() {
        return EnumSet.complementOf(EnumSet.of(PacketType.RESERVED));
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return circumstances.contains(Circumstance.WATCHED);
    }

    /**
     * An answer is overdue.
     *
     * @param place of the exchange in {@code open}
     * @return whether that was a finding, or would be one if it had not been told so often
     */
    boolean overdue(OpenSteps open, int place, ExchangeLog exchanges, long nowNanos, FindingSink sink) {
        this.exchanges = exchanges;
        Owed owed = OWED[open.step(place)];
        if (!owed.isNumbered() || !open.link(place).isUntouched()) {
            return false;
        }
        int id = open.exchange(place);
        if (owed.isOfBroker(exchanges.direction(id)) && Remembered.isOvertaken(exchanges, id, open.row(place))) {
            report(open, place, nowNanos, sink, Severity.WARNING, "overtaken");
            return true;
        }
        if (waiting.find(id) == OpenSteps.NONE) {
            open.link(place).watch();
        }
        waiting.put(id, owed.ordinal(), open.since(place), open.row(place), open.link(place));
        return false;
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        if (waiting.isEmpty() || !seen.link().isWatched() || !(seen.event() instanceof Frame frame)) {
            return;
        }
        heard.hear(frame);
        Tracked tracked = seen.trackedOrNull();
        if (tracked != null && tracked.exchange() != Tracked.NONE) {
            moved(tracked);
        }
        if (seen.decoded().type() == PacketType.DISCONNECT) {
            ended(seen.link(), frame.direction(), frame.timeNanos(), sink);
        }
    }

    private void moved(Tracked tracked) {
        int place = waiting.find(tracked.exchange());
        if (place != OpenSteps.NONE && waiting.step(place) != Owed.at(exchanges.kind(tracked.exchange()),
                tracked.sender(), tracked.receiver()).ordinal()) {
            waiting.link(place).unwatch();
            waiting.remove(tracked.exchange());
        }
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (waiting.isEmpty()) {
            return;
        }
        switch (seen.event()) {
            case LinkEnded ended when ended.by() == LinkEnded.Party.TAP -> forget(seen.link());
            case LinkEnded ended when ended.isFinal() -> ended(seen.link(), null, ended.timeNanos(), sink);
            case LinkEnded ended -> leaves(seen.link(), ended, sink);
            case FramesMissed _ -> forget(seen.link());
            case LinkOpened _, Frame _, FrameReleased _ -> {
            }
        }
    }

    private void removeIf(IntPredicate judge) {
        waiting.removeIf(place -> {
            boolean isRemoved = judge.test(place);
            if (isRemoved) {
                waiting.link(place).unwatch();
            }
            return isRemoved;
        });
    }

    private void forget(LinkState link) {
        removeIf(place -> waiting.link(place) == link);
    }

    /** One side has nothing more to say, and so gives no answer any more; the other side may. */
    private void leaves(LinkState link, LinkEnded ended, FindingSink sink) {
        Direction leaving = ended.by() == LinkEnded.Party.BROKER ? Direction.SERVER_TO_CLIENT
                : Direction.CLIENT_TO_SERVER;
        removeIf(place -> {
            boolean over = waiting.link(place) == link && debtor(place) == leaving;
            if (over) {
                ended(place, Severity.ERROR, ended.timeNanos(), sink);
            }
            return over;
        });
    }

    /**
     * The connection is over, and with it what nobody goes on with.
     *
     * @param leaving direction of the side that has said good-bye; null where nobody has
     */
    private void ended(LinkState link, Direction leaving, long nowNanos, FindingSink sink) {
        removeIf(place -> {
            boolean over = waiting.link(place) == link;
            if (over) {
                ended(place, debtor(place) == leaving ? Severity.ERROR : Severity.WARNING, nowNanos, sink);
            }
            return over;
        });
    }

    private void ended(int place, Severity severity, long nowNanos, FindingSink sink) {
        LinkState link = waiting.link(place);
        boolean goesOn = exchanges.kind(waiting.exchange(place)).isDelivery()
                && link.session().map(SessionState::expirySeconds).orElse(0L) != 0;
        if (!goesOn && hasLived(place) && link.isUntouched()) {
            report(waiting, place, nowNanos, sink, severity, "ended");
        }
    }

    @Override
    public void clock(long nowNanos, FindingSink sink) {
        if (!waiting.isEmpty()) {
            removeIf(place -> {
                if (!waiting.link(place).isUntouched()) {
                    return true;
                }
                boolean isLong = nowNanos - waiting.since(place) >= LONG_NANOS && hasLived(place);
                if (isLong) {
                    report(waiting, place, nowNanos, sink, Severity.WARNING, "lives");
                }
                return isLong;
            });
        }
    }

    /** Whether the side that owes the answer has sent something when it was overdue already. */
    private boolean hasLived(int place) {
        return heard.isHeardSince(waiting.link(place).number(), debtor(place),
                waiting.since(place) + OverdueRule.OVERDUE_NANOS);
    }

    /** The direction in which the answer would come. */
    private Direction debtor(int place) {
        return OWED[waiting.step(place)].isOfBroker(exchanges.direction(waiting.exchange(place)))
                ? Direction.SERVER_TO_CLIENT : Direction.CLIENT_TO_SERVER;
    }

    // ------------------------------------------------------------------ the statement

    private void report(OpenSteps open, int place, long nowNanos, FindingSink sink, Severity severity, String how) {
        int id = open.exchange(place);
        LinkState link = open.link(place);
        int key = exchanges.session(id) * OWED.length + open.step(place);
        if (!recurrence.isToTell(key)) {
            return;
        }
        Owed owed = OWED[open.step(place)];
        boolean broker = owed.isOfBroker(exchanges.direction(id));
        BrokenDuty broken = BrokenDuty.of(owed, open, place, exchanges, remembered);
        Object[] values = {Words.side(broker), Words.client(link), owed.name() + " " + exchanges.packetId(id),
            (nowNanos - open.since(place)) / NANOS_PER_SECOND, recurrence.count(key)};
        sink.reportOn(link.number(), broken.rule(), severity, Phrases.say("unanswered." + how, values),
                Phrases.say("unanswered." + broken.why() + ".advice", values), exchanges.firstRow(id), open.row(place));
    }
}
