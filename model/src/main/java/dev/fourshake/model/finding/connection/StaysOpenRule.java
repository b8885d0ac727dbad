package dev.fourshake.model.finding.connection;

import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/**
 * A side that has to close its connection and does not. It is accused when it answers what came after the reason to
 * close, when it still sends some seconds later, or when the other side has to end the connection long after. That
 * nothing was seen any more proves nothing.
 */
final class StaysOpenRule implements Rule {

    private static final long SECOND = 1_000_000_000L;
    /** What is on its way when a side decides to close has come by after this time. */
    private static final long STILL_ON_ITS_WAY = 3 * SECOND;
    private static final long LONG_AFTER = 10 * SECOND;

    private final Duties duties;

    StaysOpenRule(Duties duties) {
        this.duties = duties;
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return circumstances.contains(Circumstance.WATCHED);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        Duty duty = duties.of(link.number());
        if (duty == null || duty.answers().isEmpty() || Report.direction(seen) != duty.debtor()
                || seen.decoded().type() == PacketType.DISCONNECT) {
            return;
        }
        if (isUncertain(link)) {
            duties.forget(link.number());
        } else if (isAnswer(seen, duty)) {
            accuse(seen, sink, duty, duty.answers(), ".answers");
        } else if (seen.event().timeNanos() - duty.sinceNanos() > STILL_ON_ITS_WAY) {
            accuse(seen, sink, duty, duty.stays(), "");
        }
    }

    private static boolean isUncertain(LinkState link) {
        return link.holeRow() >= 0 || link.isTampered();
    }

    /** Whether the packet answers one that came later than the reason to close, or accepts what may not be accepted. */
    private static boolean isAnswer(Observation seen, Duty duty) {
        if (seen.packetOrNull() instanceof Connack connack) {
            return connack.isAccepted();
        }
        Tracked tracked = seen.tracked().orElse(null);
        return tracked != null && tracked.exchange() != Tracked.NONE
                && seen.exchanges().firstRow(tracked.exchange()) > duty.row()
                && seen.exchanges().direction(tracked.exchange()) != duty.debtor();
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        Duty duty = duties.of(seen.link().number());
        if (duty == null || !(seen.event() instanceof LinkEnded ended)) {
            return;
        }
        LinkEnded.Party debtor = duty.debtor() == Direction.CLIENT_TO_SERVER ? LinkEnded.Party.CLIENT
                : LinkEnded.Party.BROKER;
        boolean byOther = ended.by() != debtor && ended.by() != LinkEnded.Party.TAP;
        if (byOther && !isUncertain(seen.link()) && ended.timeNanos() - duty.sinceNanos() > LONG_AFTER) {
            accuse(seen, sink, duty, duty.stays(), "");
        } else if (ended.isFinal() || ended.by() == debtor) {
            duties.forget(ended.link());
        }
    }

    private void accuse(Observation seen, FindingSink sink, Duty duty, String rule, String how) {
        duties.forget(seen.link().number());
        new Report(seen, sink).error(rule, duty.key() + how, duty.row(),
                (seen.event().timeNanos() - duty.sinceNanos()) / SECOND);
    }
}
