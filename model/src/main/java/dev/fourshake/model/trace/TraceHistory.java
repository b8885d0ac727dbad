package dev.fourshake.model.trace;

import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Bytes;
import java.util.Optional;

/** The bytes of the rows, and the packets that they are. */
record TraceHistory(Rows rows, RawArena arena) {

    /** The packet of a row, decoded anew. */
    Optional<Packet> packet(int row) {
        return rows.kind(row) == RowKind.PACKET
                ? Decoder.decode(raw(row), rows.version(row), rows.direction(row)).packet() : Optional.empty();
    }

    /** Bytes of a PACKET or OPAQUE row. */
    Bytes raw(int row) {
        return switch (rows.kind(row)) {
            case PACKET, OPAQUE -> arena.get(rows.position(row), rows.length(row));
            case LINK_OPENED, LINK_ENDED, RELEASED, MISSED -> Bytes.EMPTY;
        };
    }
}
