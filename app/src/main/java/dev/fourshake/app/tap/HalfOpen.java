package dev.fourshake.app.tap;

import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.LinkEnded.Party;

/**
 * Whether one side of a link is gone while the other one believes that the link lives, as only a weak line has it. On
 * the link's event loop only.
 */
final class HalfOpen {

    private final TapLink link;
    /** Null while both sides are there, or know that the other one is not. */
    private Leg gone;

    HalfOpen(TapLink link) {
        this.link = link;
    }

    boolean isGone(Leg leg) {
        return leg == gone;
    }

    /**
     * Whether an end that has come on one lane will not be told to the other side, and nothing comes back from there.
     */
    boolean isNobodyLeft(Lane lane, Lane back) {
        return (back.isEnded() || gone != null) && (lane.isSwallowing() || back.isSwallowing());
    }

    /** The line has lost the one that this lane goes to; the sender is left believing that the link lives. */
    void leave(Lane lane) {
        if (gone != null) {
            // The sender itself is gone by now.
            link.cut(Manner.RST);
            return;
        }
        gone = lane.receiver();
        lane.loseReceiver();
        link.live().ended(WireClock.now(), Party.TAP, Ending.HALF_CLOSED, "");
        gone.flush();
        gone.abort();
    }

    /**
     * One side has reset its connection. Where packets are on their way before the RST, or nothing arrives, the other
     * side believes until then that the link lives.
     *
     * @return false where the other side can hear of it now
     */
    boolean isLateToHear(Leg leg, String detail) {
        Lane from = link.from(leg);
        Lane to = link.to(leg);
        if (gone != null || from == null || to == null || !from.isUnderway() && !from.isSwallowing()) {
            return false;
        }
        gone = leg;
        if (from.isSwallowing() && !from.isEnded()) {
            link.live().ended(WireClock.now(), leg.party(), Ending.HALF_CLOSED, detail);
        }
        leg.abort();
        to.loseReceiver();
        from.reset(() -> link.passReset(leg, detail));
        return true;
    }

    /** The line works again: the first segment tells that there is nobody. */
    void mend() {
        if (gone != null) {
            link.cut(Manner.RST);
        }
    }
}
