package dev.fourshake.model.trace;

import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.exchange.History;
import dev.fourshake.model.exchange.Passage;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import java.util.Optional;

/** Earlier rows, as the tracker and the snapshots look at them. */
record TraceHistory(Rows rows, RawArena arena) implements History {

    @Override
    public int next(int row) {
        return rows.next(row);
    }

    @Override
    public int link(int row) {
        return rows.link(row);
    }

    @Override
    public PacketType type(int row) {
        return rows.type(row);
    }

    @Override
    public boolean isFailure(int row) {
        return rows.reasonCode(row) >= 0x80;
    }

    @Override
    public boolean isSent(int row) {
        return rows.kind(row) == RowKind.PACKET && passage(row).isSent();
    }

    @Override
    public boolean isArrived(int row) {
        return passage(row).isArrived();
    }

    private Passage passage(int row) {
        return rows.kind(row) == RowKind.RELEASED ? Passage.ofRelease(rows.fate(row))
                : Passage.ofFrame(rows.fate(row));
    }

    @Override
    public Optional<Packet> packet(int row) {
        return rows.kind(row) == RowKind.PACKET
                ? Decoder.decode(raw(row), rows.version(row), rows.direction(row)).packet() : Optional.empty();
    }

    /** Whether the row is a PUBLISH with RETAIN 1. */
    boolean isRetainedPublish(int row) {
        return rows.kind(row) == RowKind.PACKET && rows.type(row) == PacketType.PUBLISH
                && (rows.firstByte(row) & 1) == 1;
    }

    /** Bytes of a PACKET or OPAQUE row. */
    Bytes raw(int row) {
        return switch (rows.kind(row)) {
            case PACKET, OPAQUE -> arena.get(rows.position(row), rows.length(row));
            case LINK_OPENED, LINK_ENDED, RELEASED, MISSED -> Bytes.EMPTY;
        };
    }
}
