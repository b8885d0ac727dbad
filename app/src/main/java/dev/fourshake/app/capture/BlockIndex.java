package dev.fourshake.app.capture;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.h2.result.Row;

/**
 * One row of the table BLOCK: where a block's events are, and what is known of them without reading them. The same
 * stands in front of the block itself, so that it can be found where the table is lost.
 *
 * @param first     number of its first event in the capture
 * @param earliest  time of its earliest event, in nanoseconds since 1970-01-01T00:00Z
 * @param latest    time of its latest event
 * @param links     how many links were seen in it and all blocks before
 * @param traffic   {@link LinkTraffic}, encoded
 * @param firstPart number of the first part that holds its bytes; the others follow
 * @param size      of its bytes
 */
record BlockIndex(long first, int events, long earliest, long latest, int links, byte[] traffic, long firstPart,
                  int parts, int size) {

    static final String COLUMNS = "FIRST_EVENT, EVENTS, EARLIEST, LATEST, LINKS, TRAFFIC, FIRST_PART, PARTS, SIZE";

    static BlockIndex of(ResultSet row) throws SQLException {
        return new BlockIndex(row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getInt(5),
                row.getBytes(6), row.getLong(7), row.getInt(8), row.getInt(9));
    }

    static BlockIndex of(Row row) {
        return new BlockIndex(row.getValue(0).getLong(), row.getValue(1).getInt(), row.getValue(2).getLong(),
                row.getValue(3).getLong(), row.getValue(4).getInt(), row.getValue(5).getBytes(),
                row.getValue(6).getLong(), row.getValue(7).getInt(), row.getValue(8).getInt());
    }

    /** Sets the parameters of an INSERT that names {@link #COLUMNS}. */
    void into(PreparedStatement insert) throws SQLException {
        insert.setLong(1, first);
        insert.setInt(2, events);
        insert.setLong(3, earliest);
        insert.setLong(4, latest);
        insert.setInt(5, links);
        insert.setBytes(6, traffic);
        insert.setLong(7, firstPart);
        insert.setInt(8, parts);
        insert.setInt(9, size);
    }

    void write(ByteWriter out) {
        out.varint(first);
        out.varint(events);
        out.signed(earliest);
        out.signed(latest);
        out.varint(links);
        out.varint(parts);
        out.varint(size);
        out.varint(traffic.length);
        out.bytes(traffic, 0, traffic.length);
    }

    static BlockIndex read(ByteReader in, long firstPart) throws BadBlockException {
        long first = in.varint();
        int events = in.count();
        long earliest = in.signed();
        long latest = in.signed();
        int links = in.count();
        int parts = in.count();
        int size = in.count();
        byte[] traffic = in.bytes().toArray();
        return new BlockIndex(first, events, earliest, latest, links, traffic, firstPart, parts, size);
    }

    /** Number of the event behind its last. */
    long next() {
        return first + events;
    }

    List<LinkTraffic> linkTraffic() {
        try {
            return LinkTraffic.decode(traffic);
        } catch (BadBlockException _) {
            return List.of();
        }
    }
}
