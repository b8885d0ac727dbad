package dev.fourshake.model.wire;

/**
 * What happens on the wire, in the order in which it happened: all that a {@link dev.fourshake.model.trace.Trace}
 * is folded from, and all that a capture stores. Live traffic, an opened capture, an import and a replay differ only
 * in who makes these events.
 */
public sealed interface WireEvent permits LinkOpened, Frame, FrameReleased, LinkEnded, FramesMissed {

    /** Number of the link, from 1, in the order in which the links of one trace were opened. */
    int link();

    /** When it happened: nanoseconds since 1970-01-01T00:00Z. */
    long timeNanos();
}
