package dev.fourshake.model.dissect;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;

/** Reads one frame. Total: any bytes give a result, never an exception. Stateless; any thread. */
public final class Decoder {

    private Decoder() {
    }

    /** The packet, without its field tree: the fast way, taken once for each frame of a trace. */
    public static Decoded decode(Bytes frame, ProtocolVersion version, Direction direction) {
        throw new UnsupportedOperationException();
    }

    /** The packet with its field tree: taken for the packet that the user looks at. */
    public static Dissection dissect(Bytes frame, ProtocolVersion version, Direction direction) {
        throw new UnsupportedOperationException();
    }
}
