package dev.fourshake.model.wire;

/**
 * One MQTT Control Packet as it stood on the wire, or a run of bytes that is none. The time is that of its last byte.
 *
 * @param raw    the bytes, fixed header included
 * @param opaque true where the bytes are not framed as MQTT: the Remaining Length before them cannot be trusted, or
 *               the link speaks something else. Nothing is thrown away.
 * @param fate   what the tap did with it when it arrived
 * @param holdId ties a {@link Fate#HELD} frame to its {@link FrameReleased}; unique in a trace; 0 where not held
 * @param text   whether some of it came in a text frame of a WebSocket, where MQTT must not be
 */
public record Frame(int link, long timeNanos, Direction direction, Bytes raw, boolean opaque, Fate fate, long holdId,
                    boolean text) implements WireEvent {

    /** A frame that was not in a text frame of a WebSocket. */
    public Frame(int link, long timeNanos, Direction direction, Bytes raw, boolean opaque, Fate fate, long holdId) {
        this(link, timeNanos, direction, raw, opaque, fate, holdId, false);
    }

    /** What the tap did with a frame. */
    public enum Fate {
        /** Passed on unchanged and at once. */
        PASSED,
        /** Kept back by a breakpoint; a {@link FrameReleased} tells how it ended. */
        HELD,
        /** Thrown away: the receiver never gets it. */
        DROPPED,
        /** A copy that the tap made of the frame before it; the sender sent it once. */
        DUPLICATED,
        /** Made by the tap itself, in a peer's place. */
        INJECTED
    }

    /** The same frame, in a text frame of a WebSocket. */
    public Frame inText() {
        return new Frame(link, timeNanos, direction, raw, opaque, fate, holdId, true);
    }

    /** A frame that was passed on unchanged and at once. */
    public static Frame passed(int link, long timeNanos, Direction direction, Bytes raw) {
        return new Frame(link, timeNanos, direction, raw, false, Fate.PASSED, 0);
    }

    /** Bytes that are not MQTT, passed on unchanged and at once. */
    public static Frame opaque(int link, long timeNanos, Direction direction, Bytes raw) {
        return new Frame(link, timeNanos, direction, raw, true, Fate.PASSED, 0);
    }
}
