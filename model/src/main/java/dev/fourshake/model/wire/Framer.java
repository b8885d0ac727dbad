package dev.fourshake.model.wire;

import java.nio.ByteBuffer;

/**
 * Cuts one direction of a link into MQTT packets, however its bytes are split over segments. It looks at nothing but
 * the fixed header (MQTT 5.0 section 2.1): type and Remaining Length. Where that cannot be right (a length of more
 * than four bytes; bytes that are no MQTT), the rest of the direction is opaque: {@link PacketBoundary} has the rules.
 *
 * <p>It keeps no more than the unfinished packet. A packet that lies in one chunk is a slice of it; one that does not
 * is put together once, when it is whole. What is kept grows with what arrives, never with what a header promises. Not
 * for several threads.
 */
public final class Framer {

    /** Told of each run of bytes that belongs together. */
    public interface Sink {

        /** A whole packet, complete with this chunk. */
        void packet(Bytes raw);

        /** Bytes that are not framed as MQTT. */
        void opaque(Bytes raw);
    }

    private final PacketBoundary boundary = new PacketBoundary();
    private final Unfinished unfinished = new Unfinished();

    /** Takes the next bytes of the direction and tells the sink what they complete. */
    public void feed(Bytes chunk, Sink sink) {
        ByteBuffer buffer = chunk.asBuffer();
        while (buffer.hasRemaining()) {
            int from = buffer.position();
            PacketBoundary.Step step = boundary.advance(buffer);
            Bytes run = chunk.slice(from, buffer.position() - from);
            switch (step) {
                case MORE -> unfinished.add(run);
                case PACKET -> sink.packet(whole(run));
                case OPAQUE -> {
                    end(sink);
                    sink.opaque(run);
                }
            }
        }
    }

    /** The direction has ended: bytes of an unfinished packet, if any, are told as opaque. */
    public void end(Sink sink) {
        if (unfinished.length() > 0) {
            sink.opaque(unfinished.take());
        }
    }

    /** Bytes of an unfinished packet that are held now. */
    public int pending() {
        return unfinished.length();
    }

    /** Whether a first packet has shown this direction to be MQTT, or {@link #trust} was called. */
    public boolean isTrusted() {
        return boundary.isTrusted();
    }

    /**
     * Takes it from elsewhere that this direction is MQTT. Call it as soon as the other direction of the link is
     * trusted: then even a first packet that is badly broken is told as a packet.
     */
    public void trust() {
        boundary.trust();
    }

    private Bytes whole(Bytes run) {
        if (unfinished.length() == 0) {
            return run;
        }
        unfinished.add(run);
        return unfinished.take();
    }
}
