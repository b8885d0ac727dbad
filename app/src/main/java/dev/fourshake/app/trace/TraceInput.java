package dev.fourshake.app.trace;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.WireEvent;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;

/**
 * A file whose events are read one after the other into a trace: a capture, or a packet capture of another program.
 * One thread reads; any may ask how far it is.
 */
public interface TraceInput extends Closeable {

    Path file();

    /** What was captured, for people: the addresses on both sides. Empty where nobody knows. */
    String origin();

    /** So much of {@link #total} was read; in a unit of the input's own. */
    long position();

    /** How much there is to read, in the unit of {@link #position}. */
    long total();

    /**
     * What could not be read so far, and what the user should know of the file: each in a sentence. Reader's thread.
     */
    List<Message> problems();

    /**
     * Reads on.
     *
     * @param into gets the next events, some thousand at most; it may get none before the end of a file
     * @return false at the end
     */
    boolean read(List<WireEvent> into);

    @Override
    void close();
}
