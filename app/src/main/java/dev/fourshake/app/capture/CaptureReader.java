package dev.fourshake.app.capture;

import dev.fourshake.app.capture.CaptureException.Kind;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a capture file, a block at a time: memory is needed for one block and the index, however long the capture is.
 * A file that this process is recording may be read as well; it shows what was saved when it was opened. Of a file
 * that H2 cannot open any more, because it was cut off or overwritten in part, the blocks that are still there are
 * read: {@link #problem()} says so.
 */
public final class CaptureReader implements EventSource {

    private static final Logger LOG = System.getLogger(CaptureReader.class.getName());

    private final Path file;
    private final CaptureSummary summary;
    private final BlockDirectory directory;
    private final PartSource parts;
    private final Optional<Message> problem;
    private boolean closed;

    private CaptureReader(Path file, CaptureSummary summary, BlockDirectory directory, PartSource parts,
                          Optional<Message> problem) {
        this.file = file;
        this.summary = summary;
        this.directory = directory;
        this.parts = parts;
        this.problem = problem;
    }

    /**
     * Opens a capture for reading; the file is not changed. Of a damaged one what is whole can be read, and
     * {@link #problem} says what is not.
     *
     * @throws CaptureException if nothing of it can be read, or it is no capture
     */
    public static CaptureReader open(Path file) throws CaptureException {
        try {
            return openDatabase(file);
        } catch (CaptureException refused) {
            if (refused.kind() != Kind.DAMAGED) {
                throw refused;
            }
            LOG.log(Level.DEBUG, "H2 does not open " + file, refused);
            return salvage(file).orElseThrow(() -> refused);
        }
    }

    private static CaptureReader openDatabase(Path file) throws CaptureException {
        CaptureDatabase database = CaptureDatabase.open(file);
        try {
            return new CaptureReader(file, CaptureSummary.read(database), BlockDirectory.read(database),
                    new DatabaseParts(database), Optional.empty());
        } catch (SQLException | RuntimeException failure) {
            database.closeQuietly();
            throw CaptureFailures.reading(file, failure);
        }
    }

    private static Optional<CaptureReader> salvage(Path file) throws CaptureException {
        try {
            SalvagedParts parts = SalvagedParts.scan(file);
            BlockDirectory directory = parts.directory();
            if (directory.count() == 0) {
                parts.close();
                return Optional.empty();
            }
            Message problem = Message.of(CaptureReader.class, "salvaged", file.toString(), directory.present());
            return Optional.of(new CaptureReader(file, CaptureSummary.of(directory), directory, parts,
                    Optional.of(problem)));
        } catch (IOException failure) {
            throw CaptureFailures.reading(file, failure);
        }
    }

    public Path file() {
        return file;
    }

    /** What the file says of itself. */
    public CaptureSummary summary() {
        return summary;
    }

    /** What is wrong with the file as a whole, in a sentence; nothing as a rule. */
    public Optional<Message> problem() {
        return problem;
    }

    @Override
    public long count() {
        return directory.count();
    }

    @Override
    public long earliest() {
        return directory.earliest();
    }

    @Override
    public long latest() {
        return directory.latest();
    }

    @Override
    public synchronized EventChunk chunk(long from) {
        if (closed) {
            throw new IllegalStateException("The reader is closed.");
        }
        return switch (directory.find(from)) {
            case BlockDirectory.Hole(long first, long next) ->
                    new EventChunk(first, next, List.of(), Optional.of(lost(first, next)));
            case BlockDirectory.Found(BlockIndex block) -> chunk(block, from);
        };
    }

    private EventChunk chunk(BlockIndex block, long from) {
        try {
            List<WireEvent> events = BlockDecoder.decode(bytes(block), block.events());
            int skip = (int) (from - block.first());
            return new EventChunk(from, block.next(), events.subList(skip, events.size()), Optional.empty());
        } catch (BadBlockException | SQLException | IOException | RuntimeException broken) {
            LOG.log(Level.DEBUG, "The block of event " + block.first() + " of " + file + " is damaged", broken);
            List<WireEvent> missed = from > block.first() ? List.of() : block.linkTraffic().stream()
                    .<WireEvent>map(traffic -> traffic.missed(block.latest())).toList();
            return new EventChunk(block.first(), block.next(), missed,
                    Optional.of(lost(block.first(), block.next())));
        }
    }

    /** Events are counted from 1 where people read them. */
    private Message lost(long first, long next) {
        return Message.of(CaptureReader.class, "lost", first + 1, next, file.toString());
    }

    private Bytes bytes(BlockIndex block) throws SQLException, IOException, BadBlockException {
        if (block.parts() == 1) {
            return complete(parts.part(block.firstPart()).bytes(), block);
        }
        if (block.parts() != Math.ceilDiv(block.size(), BlockPart.MAX_BYTES)) {
            throw new BadBlockException("its size is impossible");
        }
        byte[] bytes = new byte[block.size()];
        int filled = 0;
        for (int i = 0; i < block.parts(); i++) {
            Bytes part = parts.part(block.firstPart() + i).bytes();
            int room = Math.min(part.length(), bytes.length - filled);
            part.copyTo(0, bytes, filled, room);
            filled += room;
        }
        return complete(Bytes.of(bytes, 0, filled), block);
    }

    private static Bytes complete(Bytes bytes, BlockIndex block) throws BadBlockException {
        if (bytes.length() != block.size()) {
            throw new BadBlockException("a part of it is missing");
        }
        return bytes;
    }

    @Override
    public synchronized long numberAt(long timeNanos) {
        long from = directory.firstReaching(timeNanos);
        while (from < count()) {
            EventChunk chunk = chunk(from);
            for (int i = 0; i < chunk.events().size(); i++) {
                if (chunk.events().get(i).timeNanos() >= timeNanos) {
                    return chunk.problem().isPresent() ? chunk.first() : chunk.first() + i;
                }
            }
            from = chunk.next();
        }
        return count();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            parts.close();
        }
    }
}
