package dev.fourshake.ui.view.held;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.PacketType;
import java.util.OptionalLong;

/**
 * How long the peers of a link bear what they see while a packet stands at the tap, as far as the wire tells it.
 *
 * @param keepAlive       in seconds; 0 where there is none
 * @param brokerLeft      nanoseconds until the broker gives the client up for silence, which is after one and a half
 *                        Keep Alive (MQTT-3.1.2-22); empty without Keep Alive
 * @param pingWaits       since when the client has waited for PINGRESP, in nanoseconds; empty where it does not
 * @param senderWaits     since when the sender of the exchange has waited for an answer; empty where it does not
 */
record Patience(int keepAlive, OptionalLong brokerLeft, OptionalLong pingWaits, OptionalLong senderWaits) {

    /** Further back it is not looked: what is older has run out long ago. */
    private static final int LOOK_BACK = 20_000;

    static Patience of(TraceSnapshot trace, int row, int exchange, long now) {
        int link = trace.link(row);
        int keepAlive = trace.links().get(link - 1).keepAlive();
        OptionalLong left = OptionalLong.empty();
        if (keepAlive > 0) {
            long patience = keepAlive * 1_500_000_000L;
            left = OptionalLong.of(Math.max(0, lastHeard(trace, link, row) + patience - now));
        }
        return new Patience(keepAlive, left, pingSince(trace, link, now), senderSince(trace, exchange, now));
    }

    /** When the broker last got a packet of the client, or one of ours in its place. */
    private static long lastHeard(TraceSnapshot trace, int link, int heldRow) {
        for (int row = trace.rowCount() - 1; row >= Math.max(0, trace.rowCount() - LOOK_BACK); row--) {
            if (trace.link(row) == link && reachedBroker(trace, row)) {
                return trace.timeNanos(row);
            }
        }
        return trace.timeNanos(heldRow);
    }

    private static boolean reachedBroker(TraceSnapshot trace, int row) {
        return switch (trace.kind(row)) {
            case PACKET, OPAQUE -> trace.direction(row) == Direction.CLIENT_TO_SERVER && isPassed(trace.fate(row));
            case RELEASED -> trace.event(row) instanceof FrameReleased released && released.fate() != Fate.DROPPED
                    && trace.heldAt(row) >= 0 && trace.direction(trace.heldAt(row)) == Direction.CLIENT_TO_SERVER;
            case LINK_OPENED, LINK_ENDED, MISSED -> false;
        };
    }

    private static boolean isPassed(Fate fate) {
        return fate == Fate.PASSED || fate == Fate.INJECTED || fate == Fate.DUPLICATED;
    }

    /** The last keep-alive of the client itself: an unanswered PINGREQ. */
    private static OptionalLong pingSince(TraceSnapshot trace, int link, long now) {
        for (int row = trace.rowCount() - 1; row >= Math.max(0, trace.rowCount() - LOOK_BACK); row--) {
            if (trace.link(row) == link && trace.kind(row) == RowKind.PACKET) {
                if (trace.type(row) == PacketType.PINGRESP && trace.fate(row) != Fate.DROPPED) {
                    return OptionalLong.empty();
                }
                if (trace.type(row) == PacketType.PINGREQ && trace.fate(row) != Fate.INJECTED) {
                    return OptionalLong.of(now - trace.timeNanos(row));
                }
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong senderSince(TraceSnapshot trace, int id, long now) {
        if (id < 0 || id >= trace.exchangeCount()) {
            return OptionalLong.empty();
        }
        Exchange exchange = trace.exchange(id);
        if (exchange.sender() == SenderState.IDLE || exchange.sender() == SenderState.OWES_PUBREL) {
            return OptionalLong.empty();
        }
        return exchange.steps().reversed().stream().map(Step::row)
                .filter(row -> trace.direction(row) == exchange.direction()).findFirst()
                .map(row -> OptionalLong.of(now - trace.timeNanos(row))).orElse(OptionalLong.empty());
    }
}
