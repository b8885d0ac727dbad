package dev.fourshake.model.wire;

/**
 * The observer could not keep up (or a capture has a hole): bytes travelled on the wire that the trace did not see.
 *
 * @param direction in which they travelled
 * @param bytes     how many bytes
 * @param frames    how many frames they were, or -1 where nobody counted
 */
public record FramesMissed(int link, long timeNanos, Direction direction, long bytes, long frames)
        implements WireEvent {
}
