package dev.fourshake.model.wire;

import java.nio.ByteBuffer;

/**
 * Cuts one direction of a link into MQTT packets, however its bytes are split over segments. It looks at nothing but
 * the fixed header (MQTT 5.0 section 2.1): type and Remaining Length. Where that cannot be right (a length of more
 * than four bytes; bytes that are no MQTT), the rest of the direction is opaque: {@link PacketBoundary} has the rules.
 *
 * <p>Where bytes are missing ({@link #gap}) the packet that they belong to is lost: what was seen of it is told as
 * opaque. Where it is not known how long the lost packets are, or where the first byte that was seen need not begin a
 * packet ({@link #search}), the next packet is searched for, and the bytes before it are opaque.
 *
 * <p>It keeps no more than the unfinished packet. A packet that lies in one chunk is a slice of it; one that does not
 * is put together once, when it is whole. What is kept grows with what arrives, and not with what a header promises, but
 * for 4 KiB. Not for several threads.
 */
public final class Framer {

    /** Told of each run of bytes that belongs together. */
    public interface Sink {

        /** A whole packet, complete with this chunk. */
        void packet(Bytes raw);

        /** Bytes that are not framed as MQTT. */
        void opaque(Bytes raw);
    }

    /** So many packets behind a place that was guessed must look right. */
    private static final int PROBATION = 8;

    private final PacketBoundary boundary = new PacketBoundary();
    private final Unfinished unfinished = new Unfinished();
    /** Not null while it is not known where a packet begins. */
    private BoundarySearch search;
    /** A part of the current packet is missing. */
    private boolean damaged;

    /** Takes the next bytes of the direction and tells the sink what they complete. */
    public void feed(Bytes chunk, Sink sink) {
        if (search != null) {
            searchIn(chunk, sink);
            return;
        }
        boolean between = boundary.isTrusted() && !boundary.isOpaque() && !boundary.isInsidePacket()
                && !boundary.isOnProbation();
        int told = between ? tellWhole(chunk, sink) : 0;
        if (told == chunk.length()) {
            return;
        }
        ByteBuffer buffer = chunk.toRead(told);
        int start = buffer.position() - told;
        while (buffer.hasRemaining()) {
            int from = buffer.position();
            PacketBoundary.Step step = boundary.advance(buffer);
            Bytes run = chunk.slice(from - start, buffer.position() - from);
            switch (step) {
                case MORE -> more(run, sink);
                case PACKET -> packet(run, sink);
                case OPAQUE -> {
                    if (damaged || boundary.isOnProbation()) {
                        end(sink);
                    }
                    opaque(whole(run), sink);
                }
            }
        }
    }

    /** It goes on with something else, or it was guessed wrongly where packets begin. */
    private void opaque(Bytes run, Sink sink) {
        if (boundary.isOnProbation()) {
            boundary.putOnProbation(0);
            search = new BoundarySearch(true);
            searchIn(run, sink);
        } else {
            sink.opaque(run);
        }
    }

    /**
     * Tells the packets at the beginning of a chunk that lie in it as a whole: most do, and need no boundary to be
     * followed from chunk to chunk.
     *
     * @return how many bytes they are
     */
    private static int tellWhole(Bytes chunk, Sink sink) {
        int at = 0;
        while (at + 2 <= chunk.length()) {
            int length = 0;
            int digits = 1;
            int digit = chunk.at(at + digits);
            while (digit >= 0x80 && digits < 4 && at + digits + 1 < chunk.length()) {
                length |= (digit & 0x7F) << 7 * (digits - 1);
                digit = chunk.at(at + ++digits);
            }
            length |= (digit & 0x7F) << 7 * (digits - 1);
            int end = at + 1 + digits + length;
            if (digit >= 0x80 || end > chunk.length()) {
                return at;
            }
            sink.packet(chunk.slice(at, end - at));
            at = end;
        }
        return at;
    }

    /** The next bytes of the direction are missing. What was seen of their packet is told now. */
    public void gap(long missing, Sink sink) {
        if (search == null && boundary.pass(missing)) {
            endPacket(sink);
            damaged = boundary.isInsidePacket();
        } else {
            end(sink);
            search = new BoundarySearch(boundary.isTrusted());
        }
    }

    /**
     * The next bytes need not be the first ones of a packet.
     *
     * @param isMqtt it is known from elsewhere that this is MQTT; otherwise more is asked for before a packet is
     *               believed to be one
     */
    public void search(boolean isMqtt) {
        search = new BoundarySearch(isMqtt);
    }

    /**
     * What was fed, and is still searched in, came before something that is told of the other direction now. Packets
     * that begin in it are told as opaque when they are found, as their order would be wrong.
     */
    public void passOver() {
        if (search != null) {
            search.passOver();
        }
    }

    /** The direction has ended: bytes of an unfinished packet, if any, are told as opaque. */
    public void end(Sink sink) {
        if (search != null) {
            int best = boundary.isTrusted() ? search.best() : -1;
            if (best >= 0) {
                found(best, sink);
            } else {
                tell(search.takeAll(), sink);
                search = null;
            }
        }
        endPacket(sink);
    }

    private void endPacket(Sink sink) {
        damaged = false;
        if (unfinished.length() > 0) {
            sink.opaque(unfinished.take());
        }
    }

    /** Bytes of an unfinished packet that are held now. */
    public int pending() {
        return unfinished.length();
    }

    /** Whether bytes are kept because it is not known yet where a packet begins in them. */
    public boolean isSearching() {
        return search != null;
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

    private void more(Bytes run, Sink sink) {
        if (damaged) {
            tell(run, sink);
        } else {
            unfinished.add(run, boundary.packetLength());
        }
    }

    private void packet(Bytes run, Sink sink) {
        if (damaged) {
            damaged = false;
            tell(run, sink);
        } else {
            sink.packet(whole(run));
        }
    }

    private static void tell(Bytes opaque, Sink sink) {
        if (!opaque.isEmpty()) {
            sink.opaque(opaque);
        }
    }

    private void searchIn(Bytes chunk, Sink sink) {
        int place = search.add(chunk);
        if (place >= 0) {
            found(place, sink);
        } else {
            tell(search.takeRefused(), sink);
        }
    }

    private void found(int place, Sink sink) {
        tell(search.take(place), sink);
        int late = search.late();
        Bytes rest = search.takeAll();
        search = null;
        boundary.putOnProbation(PROBATION);
        feed(rest, late == 0 ? sink : new LateSink(sink, late));
        if (rest.length() - unfinished.length() < late && boundary.isInsidePacket()) {
            endPacket(sink);
            damaged = true;
        }
    }

    /** Tells packets as opaque that begin in the first {@code late} bytes. */
    private static final class LateSink implements Sink {

        private final Sink sink;
        private int late;

        LateSink(Sink sink, int late) {
            this.sink = sink;
            this.late = late;
        }

        @Override
        public void packet(Bytes raw) {
            if (late > 0) {
                opaque(raw);
            } else {
                sink.packet(raw);
            }
        }

        @Override
        public void opaque(Bytes raw) {
            late -= raw.length();
            sink.opaque(raw);
        }
    }

    private Bytes whole(Bytes run) {
        if (unfinished.length() == 0) {
            return run;
        }
        unfinished.add(run, boundary.packetLength());
        return unfinished.take();
    }
}
