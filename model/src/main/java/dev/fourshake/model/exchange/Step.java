package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.PacketType;

/**
 * One packet of an exchange, with what it changed.
 *
 * @param row      of the packet in the trace
 * @param sender   the sender's state after it
 * @param receiver the receiver's state after it
 */
public record Step(int row, PacketType type, Judgement judgement, SenderState sender, ReceiverState receiver) {
}
