package dev.fourshake.model.trace;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.WireEvent;

/** Rows that nobody will look at: they are counted, so that findings can name them. */
final class CountedRows implements RowKeeper {

    private int count;

    @Override
    public int count() {
        return count;
    }

    @Override
    public long keep(Bytes raw) {
        return 0;
    }

    @Override
    public long keep(WireEvent event) {
        return 0;
    }

    @Override
    public void add(Row row) {
        count++;
    }
}
