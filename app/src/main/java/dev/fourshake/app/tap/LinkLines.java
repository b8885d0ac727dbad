package dev.fourshake.app.tap;

import dev.fourshake.app.tap.Reaction.Cut.Manner;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.LinkEnded.Party;
import java.util.Arrays;
import java.util.List;

/**
 * What weak lines make of one link: which quality each direction has, and whether one side is gone while the other one
 * believes that the link lives. On the link's event loop only.
 */
final class LinkLines {

    private final Tap tap;
    private final TapLink link;
    /** Null while both sides are there, or know that the other one is not. */
    private Leg gone;
    /** Client Identifier; null while no line asked for it, or it is not known. */
    private String clientId;

    LinkLines(Tap tap, TapLink link) {
        this.tap = tap;
        this.link = link;
    }

    // ------------------------------------------------------------------ qualities

    /** Gives each direction that there is the quality that the rules of the tap have for it. */
    void arrange() {
        boolean asks = tap.lines().asksForNames();
        if (asks && clientId == null) {
            clientId = tap.clientId(link.number()).orElse(null);
        }
        boolean watch = asks && clientId == null;
        link.lanes().forEach(lane ->
                lane.line(quality(lane.direction()), watch && lane.direction() == Direction.CLIENT_TO_SERVER));
    }

    /** The rules have changed: what was on its way has arrived. */
    void rearrange() {
        arrange();
        if (gone != null && Arrays.stream(Direction.values()).map(this::quality).allMatch(LineQuality::isPerfect)) {
            // On a line that works, the first segment tells that there is nobody.
            link.cut(Manner.RST);
        }
        List<Lane> lanes = link.lanes().toList();
        lanes.forEach(Lane::moved);
    }

    private LineQuality quality(Direction direction) {
        return tap.lines().quality(link.number(), clientId, direction);
    }

    /** The client says its name, before its CONNECT has gone anywhere. */
    void introduced(Bytes connect) {
        clientId = Decoder.decode(connect, null, Direction.CLIENT_TO_SERVER).packet()
                .map(packet -> packet instanceof Connect said ? said.clientId() : null).orElse(null);
        arrange();
    }

    // ------------------------------------------------------------------ links of which one side is gone

    boolean isGone(Leg leg) {
        return leg == gone;
    }

    /** Whether an end that has come on one lane will not be told to the other side, and nothing comes back from there. */
    boolean isNobodyLeft(Lane lane, Lane back) {
        return (back.isEnded() || gone != null) && (lane.isSwallowing() || back.isSwallowing());
    }

    /** The line has lost the one that this lane goes to; the sender is left believing that the link lives. */
    void leaveHalfOpen(Lane lane) {
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
}
