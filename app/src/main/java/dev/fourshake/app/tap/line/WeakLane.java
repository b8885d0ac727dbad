package dev.fourshake.app.tap.line;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import io.netty.buffer.ByteBuf;

/** One direction of a link, as far as its line is concerned. On the link's event loop only. */
public interface WeakLane {

    Direction direction();

    /** Has a line of this quality from now on; none where it is perfect and nothing is to be watched. */
    void line(LineQuality quality, boolean watch);

    /**
     * Bytes of the sender arrive; the trace is told of them here.
     *
     * @param timeNanos when they came
     * @param bytes     this is the last that is heard of them
     */
    void forward(long timeNanos, ByteBuf bytes);

    /** A packet arrives that the trace knows. */
    void write(Bytes packet);

    /** Something has arrived, or is lost, that others may have waited for. */
    void moved();

    /** The line has lost the one that this direction goes to; the sender is left believing that the link lives. */
    void leaveHalfOpen();
}
