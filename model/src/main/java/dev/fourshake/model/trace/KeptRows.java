package dev.fourshake.model.trace;

import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.WireEvent;

/** Rows that can be read again, with all that they were made of, and tied to those that they follow. */
final class KeptRows implements RowKeeper {

    private static final long EVENT_BYTES = 120;

    final Rows rows = new Rows();
    final RawArena arena = new RawArena();
    final AppendList<WireEvent> events = new AppendList<>();
    private final ExchangeLog exchanges;

    KeptRows(ExchangeLog exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public int count() {
        return rows.count();
    }

    /** About how many bytes of memory the rows take. */
    long memoryBytes() {
        return rows.count() * Rows.ROW_BYTES + arena.bytes() + events.size() * EVENT_BYTES;
    }

    @Override
    public long keep(Bytes raw) {
        return arena.add(raw);
    }

    @Override
    public long keep(WireEvent event) {
        events.add(event);
        return events.size() - 1;
    }

    @Override
    public void add(Row row) {
        int number = rows.count();
        rows.add(row);
        if (row.exchange >= 0) {
            int before = exchanges.step(row.exchange, number);
            if (before >= 0) {
                rows.follow(before, number);
            }
        }
        if (row.kind == RowKind.RELEASED && row.held >= 0) {
            rows.release(row.held, number);
        }
    }
}
