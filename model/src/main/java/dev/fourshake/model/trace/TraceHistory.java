package dev.fourshake.model.trace;

import dev.fourshake.model.wire.Bytes;

/** The bytes of the rows. */
record TraceHistory(Rows rows, RawArena arena) {

    /** Bytes of a PACKET or OPAQUE row. */
    Bytes raw(int row) {
        return switch (rows.kind(row)) {
            case PACKET, OPAQUE -> arena.get(rows.position(row), rows.length(row));
            case LINK_OPENED, LINK_ENDED, RELEASED, MISSED -> Bytes.EMPTY;
        };
    }
}
