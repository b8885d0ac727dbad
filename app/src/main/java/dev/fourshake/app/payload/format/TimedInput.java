package dev.fourshake.app.payload.format;

import dev.fourshake.model.wire.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The bytes of a payload for a reader that may need very long for few of them, and tells nothing meanwhile: it gets no
 * more when the time is up.
 */
final class TimedInput extends InputStream {

    private final Bytes payload;
    private final long deadline;
    private int at;

    TimedInput(Bytes payload, Duration time) {
        this.payload = payload;
        deadline = System.nanoTime() + time.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = Math.min(length, payload.length() - at);
        if (count == 0) {
            return length == 0 ? 0 : -1;
        }
        if (System.nanoTime() - deadline > 0) {
            throw new IOException(Words.of("binary.slow", at).text());
        }
        payload.copyTo(at, into, offset, count);
        at += count;
        return count;
    }
}
