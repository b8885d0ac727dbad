package dev.fourshake.app.capture;

import dev.fourshake.app.capture.BlockEncoder.EncodedBlock;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.WireEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes a capture file. What was appended is in the file, and survives the death of the process, once {@link #flush}
 * has returned. After any failure the writer is dead; all that was flushed before stays readable. Not for several
 * threads, and not for a thread that is interrupted: an interrupt closes the file under H2.
 */
public final class CaptureWriter implements AutoCloseable {

    /** Parts are committed together up to this size: fewer pages are written twice; beyond it, H2 writes by itself. */
    private static final long COMMIT_BYTES = 4 << 20;

    /** Old pages are kept that long, so that the file is sound even where the system wrote its pages out of order. */
    private static final int RETENTION_MILLIS = 10_000;
    private static final long SYNC_NANOS = 5_000_000_000L;

    private static final int PROGRESS_ROWS = 10_000;

    private final CaptureDatabase database;
    private final PreparedStatement insertBlock;
    private final PreparedStatement insertPart;
    private final BlockEncoder encoder = new BlockEncoder();
    private final BitSet linksSeen = new BitSet();
    private long events;
    private long nextEvent;
    private long nextPart;
    private long uncommitted;
    private long flushedAt = System.nanoTime();
    private long syncedAt = flushedAt;
    private boolean closed;

    private CaptureWriter(CaptureDatabase database, CaptureInfo info) throws SQLException {
        this.database = database;
        Connection connection = database.connection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET RETENTION_TIME " + RETENTION_MILLIS);
        }
        insertBlock = connection.prepareStatement(
                "INSERT INTO BLOCK(" + BlockIndex.COLUMNS + ") VALUES(?,?,?,?,?,?,?,?,?)");
        insertPart = connection.prepareStatement("INSERT INTO PART(NUMBER, BYTES) VALUES(?,?)");
        for (Map.Entry<String, String> text : info.toTexts().entrySet()) {
            about(text.getKey(), text.getValue());
        }
        connection.commit();
    }

    /** Begins a new file; the directory must be there. */
    public static CaptureWriter create(Path file, CaptureInfo info) throws CaptureException {
        return create(file, info, CaptureFilePath.SCHEME);
    }

    static CaptureWriter create(Path file, CaptureInfo info, String scheme) throws CaptureException {
        CaptureDatabase database = CaptureDatabase.create(file, scheme);
        try {
            return new CaptureWriter(database, info);
        } catch (SQLException failure) {
            database.closeQuietly();
            throw CaptureFailures.writing(file, failure);
        }
    }

    public Path file() {
        return database.file();
    }

    /** Events appended so far, flushed or not. */
    public long events() {
        return events;
    }

    /** Takes the next event. It may be written now or later. */
    public void append(WireEvent event) throws CaptureException {
        if (BlockEncoder.isLarge(event) && !encoder.isEmpty()) {
            store();
        }
        encoder.add(event);
        linksSeen.set(event.link());
        events++;
        if (encoder.isFull()) {
            store();
        }
    }

    /**
     * Takes rows of a trace that is there already, in order.
     *
     * @param as what becomes of each event
     * @return false where {@code progress} ended it
     */
    boolean append(TraceSnapshot trace, BitSet rows, UnaryOperator<WireEvent> as, Progress progress)
            throws CaptureException {
        int total = rows.cardinality();
        int done = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            append(as.apply(trace.event(row)));
            if (++done % PROGRESS_ROWS == 0 && !progress.reached(done, total)) {
                return false;
            }
        }
        return true;
    }

    /** Writes all that was appended. */
    public void flush() throws CaptureException {
        flushedAt = System.nanoTime();
        if (!encoder.isEmpty()) {
            store();
        }
        attempt(() -> {
            if (uncommitted > 0) {
                commit();
            }
        });
    }

    long millisSinceFlush() {
        return (System.nanoTime() - flushedAt) / 1_000_000;
    }

    /** Gives the file free without another word; what was flushed stays. */
    void abandon() {
        if (!closed) {
            closed = true;
            encoder.close();
            database.closeQuietly();
        }
    }

    /** Flushes, notes that the capture has ended as it should, and gives the file free. */
    @Override
    public void close() throws CaptureException {
        if (closed) {
            return;
        }
        flush();
        attempt(() -> {
            about("ended", Instant.now().toString());
            database.connection().commit();
        });
        closed = true;
        encoder.close();
        try {
            database.close();
        } catch (SQLException failure) {
            throw CaptureFailures.writing(file(), failure);
        }
    }

    private void store() throws CaptureException {
        EncodedBlock block = encoder.finish();
        attempt(() -> store(block));
    }

    private void store(EncodedBlock block) throws SQLException {
        int parts = Math.ceilDiv(block.size(), BlockPart.MAX_BYTES);
        BlockIndex index = new BlockIndex(nextEvent, block.count(), block.earliest(), block.latest(),
                linksSeen.cardinality(), LinkTraffic.encode(block.traffic()), nextPart, parts, block.size());
        for (int i = 0; i < parts; i++) {
            Bytes bytes = block.range(i * BlockPart.MAX_BYTES, BlockPart.MAX_BYTES);
            BlockPart part = new BlockPart(nextPart++, i == 0 ? Optional.of(index) : Optional.empty(), bytes);
            insertPart.setLong(1, part.number());
            insertPart.setBytes(2, part.encode());
            insertPart.execute();
            written(bytes.length());
        }
        index.into(insertBlock);
        insertBlock.execute();
        nextEvent = index.next();
        written(1);
    }

    private void written(long bytes) throws SQLException {
        uncommitted += bytes;
        if (uncommitted >= COMMIT_BYTES) {
            commit();
        }
    }

    private void commit() throws SQLException {
        database.connection().commit();
        uncommitted = 0;
        if (System.nanoTime() - syncedAt > SYNC_NANOS) {
            try (Statement statement = database.connection().createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
            syncedAt = System.nanoTime();
        }
    }

    private void about(String name, String text) throws SQLException {
        try (PreparedStatement insert = database.connection()
                .prepareStatement("INSERT INTO ABOUT(NAME, TEXT) VALUES(?,?)")) {
            insert.setString(1, name);
            insert.setString(2, text);
            insert.execute();
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws SQLException;
    }

    private void attempt(Write write) throws CaptureException {
        if (closed) {
            throw new IllegalStateException("The writer is closed.");
        }
        try {
            write.run();
        } catch (SQLException failure) {
            abandon();
            throw CaptureFailures.writing(database.file(), failure);
        }
    }
}
