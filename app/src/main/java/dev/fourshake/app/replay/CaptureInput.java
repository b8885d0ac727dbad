package dev.fourshake.app.replay;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureReader;
import dev.fourshake.app.capture.EventChunk;
import dev.fourshake.app.trace.TraceInput;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.WireEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a capture from its first event to its last. Its position is the number of an event. */
public final class CaptureInput implements TraceInput {

    private final CaptureReader reader;
    private final List<Message> problems;
    private volatile long position;

    private CaptureInput(CaptureReader reader) {
        this.reader = reader;
        problems = new ArrayList<>(reader.problem().stream().toList());
    }

    /** @throws CaptureException if the file cannot be opened */
    public static CaptureInput open(Path file) throws CaptureException {
        return new CaptureInput(CaptureReader.open(file));
    }

    @Override
    public Path file() {
        return reader.file();
    }

    @Override
    public String origin() {
        return reader.summary().info().source();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long total() {
        return reader.count();
    }

    @Override
    public List<Message> problems() {
        return problems;
    }

    @Override
    public boolean read(List<WireEvent> into) {
        if (position >= reader.count()) {
            return false;
        }
        EventChunk chunk = reader.chunk(position);
        into.addAll(chunk.events());
        chunk.problem().ifPresent(problems::add);
        position = chunk.next();
        return position < reader.count();
    }

    @Override
    public void close() {
        reader.close();
    }
}
