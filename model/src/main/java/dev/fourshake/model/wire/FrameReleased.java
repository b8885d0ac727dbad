package dev.fourshake.model.wire;

/**
 * A held frame has left the tap.
 *
 * @param holdId of the {@link Frame} that was held
 * @param fate   {@link Frame.Fate#PASSED} or {@link Frame.Fate#DROPPED}
 */
public record FrameReleased(int link, long timeNanos, Direction direction, long holdId, Frame.Fate fate)
        implements WireEvent {
}
