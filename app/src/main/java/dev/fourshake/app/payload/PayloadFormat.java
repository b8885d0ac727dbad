package dev.fourshake.app.payload;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;

/**
 * One way to read payloads. Found by {@link java.util.ServiceLoader}: a class with a public constructor without
 * arguments, named in {@code META-INF/services}. Used by several threads at once, so it keeps nothing.
 */
public interface PayloadFormat {

    /** A lasting name of small letters, digits and hyphens; it stands in the user's rules. */
    String id();

    /** What the user calls it. */
    Message name();

    /**
     * How likely it is that {@code payload} is written in this format. Quick: it looks at some thousand bytes at most.
     */
    Likelihood likelihood(PayloadHints hints, Bytes payload);

    /**
     * Describes the payload, within the limits of {@code context}. What is readable before a fault is described, and
     * the fault said in a note.
     *
     * @throws PayloadException if nothing of it can be read in this format
     */
    Rendering render(Bytes payload, PayloadContext context) throws PayloadException;
}
