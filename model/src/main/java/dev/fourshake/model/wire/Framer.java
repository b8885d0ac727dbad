package dev.fourshake.model.wire;

/**
 * Cuts one direction of a link into MQTT packets, however its bytes are split over segments. It looks at nothing but
 * the fixed header (MQTT 5.0 section 2.1): type and Remaining Length. Where that cannot be right (a length of more
 * than four bytes; bytes that are no MQTT), the rest of the direction is opaque.
 *
 * <p>It keeps no more than the unfinished packet. Not for several threads.
 */
public final class Framer {

    /** Told of each run of bytes that belongs together. */
    public interface Sink {

        /** A whole packet, complete with this chunk. */
        void packet(Bytes raw);

        /** Bytes that are not framed as MQTT. */
        void opaque(Bytes raw);
    }

    /** Takes the next bytes of the direction and tells the sink what they complete. */
    public void feed(Bytes chunk, Sink sink) {
        throw new UnsupportedOperationException();
    }

    /** The direction has ended: bytes of an unfinished packet, if any, are told as opaque. */
    public void end(Sink sink) {
        throw new UnsupportedOperationException();
    }

    /** Bytes of an unfinished packet that are held now. */
    public int pending() {
        throw new UnsupportedOperationException();
    }
}
