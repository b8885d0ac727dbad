package dev.fourshake.app.drill.result;

import dev.fourshake.model.wire.PacketType;

/**
 * A packet of the handshake that its sender sent once more.
 *
 * @param row of the case's trace
 * @param dup whether DUP was set; only a PUBLISH has it
 */
public record Repeat(PacketType type, int row, boolean dup) {
}
