package dev.fourshake.app.websocket;

import dev.fourshake.model.wire.Bytes;

/**
 * One direction of a WebSocket behind its upgrade: takes frames apart, unmasks them, and passes their payload on as it
 * comes, whatever lengths they claim; control frames are left out. Where it cannot be read on (an extension such as
 * permessage-deflate, an impossible length), the rest is opaque. Not for several threads.
 */
public final class WebSocketFrames {

    /** Gets what the frames carry. */
    public interface Sink {

        /** @param text whether they came in a text frame, or in one that goes on with one */
        void payload(Bytes bytes, boolean text);

        /** Bytes of the payload are missing; negative where nobody knows how many. */
        void missing(long bytes);

        /** Bytes that are no frames. */
        void opaque(Bytes bytes);
    }

    private byte[] header = new byte[FrameHeader.mostBytes()];
    private int headerLength;
    private long left;
    private boolean data;
    private boolean text;
    private boolean masked;
    private int mask;
    private int maskAt;
    private boolean searching;
    private boolean broken;
    private boolean compressed;
    private boolean seenMask;

    /** @param begun the first bytes will be those of a frame; otherwise the stream begins in the middle */
    public WebSocketFrames(boolean begun) {
        searching = !begun;
    }

    /** Whether a masked frame was seen: only clients mask (RFC 6455 section 5.1). */
    public boolean isMasked() {
        return seenMask;
    }

    /** Whether it could not be read on because a frame is compressed (permessage-deflate, RFC 7692). */
    public boolean isCompressed() {
        return compressed;
    }

    public void feed(Bytes chunk, Sink sink) {
        if (broken || searching && !startsWithFrames(chunk)) {
            sink.opaque(chunk);
            return;
        }
        searching = false;
        int at = 0;
        while (at < chunk.length()) {
            if (left == 0) {
                header[headerLength++] = (byte) chunk.at(at++);
                if (!takeHeader()) {
                    broken = true;
                    sink.opaque(Bytes.of(header, 0, headerLength));
                    if (at < chunk.length()) {
                        sink.opaque(chunk.from(at));
                    }
                    return;
                }
            } else {
                int count = (int) Math.min(left, chunk.length() - at);
                if (data) {
                    sink.payload(masked ? unmask(chunk, at, count) : chunk.slice(at, count), text);
                }
                left -= count;
                at += count;
            }
        }
    }

    /** The next bytes are missing. */
    public void gap(long bytes, Sink sink) {
        if (!searching && !broken && headerLength == 0 && left >= bytes) {
            left -= bytes;
            maskAt = (int) (maskAt + bytes & 3);
            if (data) {
                sink.missing(bytes);
            }
        } else {
            searching = !broken;
            text = false;
            left = 0;
            headerLength = 0;
            sink.missing(-1);
        }
    }

    /** Looks whether the header is whole; false where it is none. */
    private boolean takeHeader() {
        Bytes so = Bytes.of(header, 0, headerLength);
        int bytes = FrameHeader.bytes(so, 0);
        if (bytes == 0 || headerLength < bytes) {
            return true;
        }
        FrameHeader frame = FrameHeader.read(so, 0);
        if (!frame.isSound()) {
            compressed = frame.isCompressed();
            return false;
        }
        header = new byte[FrameHeader.mostBytes()];
        headerLength = 0;
        left = frame.length();
        data = frame.isData();
        text = frame.isFirst() ? frame.isText() : text;
        masked = frame.masked();
        mask = frame.mask();
        maskAt = 0;
        seenMask |= masked;
        return true;
    }

    private Bytes unmask(Bytes chunk, int from, int count) {
        byte[] plain = new byte[count];
        chunk.copyTo(from, plain, 0, count);
        for (int i = 0; i < count; i++) {
            plain[i] ^= (byte) (mask >>> 8 * (3 - maskAt));
            maskAt = maskAt + 1 & 3;
        }
        return Bytes.of(plain);
    }

    /** Whether frames follow each other from here to exactly the end of the chunk, or three of them at least. */
    private static boolean startsWithFrames(Bytes chunk) {
        int at = 0;
        int frames = 0;
        while (at < chunk.length() && frames < 3) {
            int bytes = FrameHeader.bytes(chunk, at);
            if (bytes == 0 || chunk.length() - at < bytes) {
                return false;
            }
            FrameHeader frame = FrameHeader.read(chunk, at);
            if (!frame.isSound() || frame.isData() && !frame.isBinary()
                    || frame.length() > chunk.length() - at - bytes) {
                return false;
            }
            at += bytes + (int) frame.length();
            frames++;
        }
        return frames > 0;
    }
}
