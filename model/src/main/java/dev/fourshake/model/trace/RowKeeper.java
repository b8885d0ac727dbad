package dev.fourshake.model.trace;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.WireEvent;

/** What becomes of the rows that the fold makes. The fold itself asks for none of them again. Writer's thread only. */
interface RowKeeper {

    /** How many rows were made: the number of the next one. */
    int count();

    /** The bytes of the frame of the next row; returns its {@link Row#position}. */
    long keep(Bytes raw);

    /** The event of the next row, which is no frame; returns its {@link Row#position}. */
    long keep(WireEvent event);

    /** Adds the next row, which is whole. */
    void add(Row row);
}
