package dev.fourshake.app.tap.hold;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame.Fate;
import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** One direction of a link, as far as its gate is concerned. On the link's event loop only. */
public interface HoldLane {

    Direction direction();

    /** @param armed whether packets may have to be held from now on: whether there is a gate */
    void arm(boolean armed);

    /** Empty where nothing is to be held. */
    Optional<Gate> gate();

    // ------------------------------------------------------------------ what leaves the gate

    /**
     * Bytes of the sender go on; the trace is told of them there.
     *
     * @param timeNanos when they came
     * @param bytes     this is the last that is heard of them
     */
    void pass(long timeNanos, ByteBuf bytes);

    /**
     * A packet goes on that was held; the trace is told when it does.
     *
     * @param holdId by which the trace knows it
     */
    void release(long holdId, Bytes packet, boolean opaque);

    /** A packet of the tap's own goes on, and the trace is told. */
    void sendOwn(Bytes packet, Fate fate);

    /** All that has gone on so far is sent, and the sender is read on if there is room. */
    void flush();

    /** Something that was kept back has gone on. */
    void moved();

    // ------------------------------------------------------------------ how it stands

    /** How often something was sent to the receiver. */
    long sent();

    /** Whether the sender will send no more. */
    boolean isEnded();

    /** Whether nothing that goes on arrives. */
    boolean isSwallowing();
}
