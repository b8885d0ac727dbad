package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.Direction;
import java.util.List;

/**
 * One acknowledged delivery (or one request with its answer) between a client and the broker, as it stands at one
 * row of a trace. It belongs to a session, not to a connection, and so goes on over a reconnect.
 *
 * @param id        number in the trace, from 0, in the order of the first packets
 * @param session   number of the session in the trace; -1 where there is none
 * @param direction in which the message (or the request) travels; where the trace begins in the middle of an
 *                  exchange, that of the PUBLISH that was not seen
 * @param packetId  0 where the kind has none
 * @param topic     of the message, a topic alias resolved; empty for other kinds, and where it was not seen
 * @param steps     its packets so far, in order
 * @param sender    what the sender remembers now
 * @param receiver  what the receiver remembers now
 */
public record Exchange(int id, ExchangeKind kind, int session, Direction direction, int packetId, String topic,
                       List<Step> steps, SenderState sender, ReceiverState receiver, Outcome outcome) {

    public Exchange {
        steps = List.copyOf(steps);
    }

    public int firstRow() {
        return steps.getFirst().row();
    }

    public int lastRow() {
        return steps.getLast().row();
    }
}
