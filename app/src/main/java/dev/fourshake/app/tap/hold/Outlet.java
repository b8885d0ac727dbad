package dev.fourshake.app.tap.hold;

import dev.fourshake.app.tap.hold.Reaction.Acknowledge;
import dev.fourshake.app.tap.hold.Reaction.Answer;
import dev.fourshake.app.tap.hold.Reaction.Cut;
import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.tap.hold.Reaction.Cut.Moment;
import dev.fourshake.app.tap.hold.Reaction.Delay;
import dev.fourshake.app.tap.hold.Reaction.Drop;
import dev.fourshake.app.tap.hold.Reaction.Duplicate;
import dev.fourshake.app.tap.hold.Reaction.Hold;
import dev.fourshake.app.tap.hold.Reaction.Replace;
import dev.fourshake.app.trace.LiveLink;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.PacketType;
import io.netty.buffer.Unpooled;

/**
 * Where packets of one direction leave the tap as a reaction says, and the trace is told. On the link's event loop
 * only.
 */
final class Outlet {

    private final LinkHold hold;
    private final LiveLink live;
    private final HoldLane lane;

    Outlet(LinkHold hold, LiveLink live, HoldLane lane) {
        this.hold = hold;
        this.live = live;
        this.lane = lane;
    }

    /** Does it now. What waits has waited: the packet goes on. */
    void perform(Standing packet, Reaction reaction) {
        switch (reaction) {
            case Hold _, Delay _ -> goOn(packet);
            case Drop _ -> goNowhere(packet);
            case Duplicate _ -> {
                goOn(packet);
                lane.sendOwn(packet.raw(), Fate.DUPLICATED);
            }
            case Cut(Moment moment, Manner manner) -> cut(packet, moment, manner);
            case Answer(Bytes answer) -> {
                goNowhere(packet);
                hold.insert(lane.direction().opposite(), answer);
            }
            case Acknowledge acknowledge -> {
                goNowhere(packet);
                acknowledge(packet.packetId(), acknowledge);
            }
            case Replace(Bytes other) -> {
                goNowhere(packet);
                lane.sendOwn(other, Fate.INJECTED);
                introduce(other, true);
            }
        }
    }

    private void goOn(Standing packet) {
        if (lane.direction() == Direction.CLIENT_TO_SERVER) {
            hold.pings().wentToBroker();
        }
        if (packet.isHeld()) {
            lane.release(packet.holdId(), packet.raw(), packet.isOpaque());
        } else {
            lane.pass(packet.sinceNanos(), Unpooled.wrappedBuffer(packet.raw().asBuffer()));
        }
        if (!packet.isOpaque()) {
            introduce(packet.raw(), true);
        }
    }

    private void goNowhere(Standing packet) {
        if (packet.isHeld()) {
            live.released(lane.direction(), WireClock.now(), packet.holdId(), Fate.DROPPED);
        } else {
            live.own(lane.direction(), packet.sinceNanos(), packet.raw(), Fate.DROPPED);
        }
        if (!packet.isOpaque()) {
            introduce(packet.raw(), false);
        }
    }

    private void introduce(Bytes packet, boolean wentOn) {
        if (lane.direction() == Direction.CLIENT_TO_SERVER
                && PacketType.ofFirstByte(packet.at(0)) == PacketType.CONNECT) {
            hold.heartBeat().introduced(wentOn);
        }
    }

    private void cut(Standing packet, Moment moment, Manner manner) {
        switch (moment) {
            case BEFORE -> goNowhere(packet);
            case AFTER -> goOn(packet);
        }
        hold.cut(manner);
    }

    private void acknowledge(int packetId, Acknowledge acknowledge) {
        if (packetId != 0) {
            hold.insert(lane.direction().opposite(), OwnPackets.acknowledgement(acknowledge.type(), packetId,
                    acknowledge.reasonCode(), hold.facts().version()));
        }
    }
}
