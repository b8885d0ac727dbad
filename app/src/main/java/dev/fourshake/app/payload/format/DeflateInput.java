package dev.fourshake.app.payload.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952), member behind member, or zlib (RFC 1950). Java's own reader of gzip calls itself for each
 * member, and some thousand of them that are empty take all of its stack; and both of its readers keep what they
 * unpacked before a fault. What follows the last member is left out.
 */
final class DeflateInput extends InputStream {

    private static final int HEAD = 10;
    private static final int TRAILER = 8;
    private static final int CHECKED = 0x02;
    private static final int EXTRA = 0x04;
    private static final int NAME = 0x08;
    private static final int COMMENT = 0x10;
    private static final int ZLIB_HEAD = 2;
    private static final int ZLIB_TRAILER = 4;

    private final byte[] packed;
    private final boolean isGzip;
    private final Inflater inflater = new Inflater(true);
    private final Checksum checksum;
    private int at;
    private boolean inside;
    private IOException fault;

    private DeflateInput(byte[] packed, boolean isGzip) {
        this.packed = packed;
        this.isGzip = isGzip;
        checksum = isGzip ? new CRC32() : new Adler32();
    }

    static DeflateInput gzip(byte[] packed) {
        return new DeflateInput(packed, true);
    }

    static DeflateInput zlib(byte[] packed) {
        return new DeflateInput(packed, false);
    }

    /** How many bytes stand behind what is packed. Once all was read. */
    int behind() {
        return packed.length - at;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (inside || isMember()) {
            if (!inside) {
                begin();
            }
            int count = inflate(into, offset, length);
            if (count > 0 || length == 0) {
                return count;
            }
            if (inflater.finished()) {
                end();
            } else if (inflater.needsInput()) {
                throw new EOFException();
            }
        }
        return -1;
    }

    /** What was unpacked before a fault is handed out before it. */
    private int inflate(byte[] into, int offset, int length) throws IOException {
        if (fault != null) {
            throw fault;
        }
        long before = inflater.getBytesWritten();
        try {
            inflater.inflate(into, offset, length);
        } catch (DataFormatException broken) {
            fault = new IOException(broken.getMessage(), broken);
        }
        int count = (int) (inflater.getBytesWritten() - before);
        checksum.update(into, offset, count);
        if (count == 0 && fault != null) {
            throw fault;
        }
        return count;
    }

    private boolean isMember() {
        return isGzip ? at + 3 <= packed.length && packed[at] == 0x1F && packed[at + 1] == (byte) 0x8B
                && packed[at + 2] == 8 : at == 0 && packed.length >= ZLIB_HEAD;
    }

    private void begin() throws IOException {
        int place = isGzip ? behindHead() : ZLIB_HEAD;
        inflater.reset();
        inflater.setInput(packed, place, packed.length - place);
        checksum.reset();
        inside = true;
    }

    private int behindHead() throws EOFException {
        int flags = at(at + 3);
        int place = at + HEAD;
        if ((flags & EXTRA) != 0) {
            place += 2 + uint16(place);
        }
        for (int text = NAME; text <= COMMENT; text <<= 1) {
            if ((flags & text) != 0) {
                while (at(place) != 0) {
                    place++;
                }
                place++;
            }
        }
        place += (flags & CHECKED) != 0 ? 2 : 0;
        at(place);
        return place;
    }

    private void end() throws IOException {
        int trailer = packed.length - inflater.getRemaining();
        int behind = trailer + (isGzip ? TRAILER : ZLIB_TRAILER);
        at(behind - 1);
        // RFC 1952 has the least significant byte first, RFC 1950 the most.
        long wanted = isGzip ? uint16(trailer) | (long) uint16(trailer + 2) << 16
                : Long.reverseBytes(uint16(trailer) | (long) uint16(trailer + 2) << 16) >>> Integer.SIZE;
        if (wanted != checksum.getValue()) {
            throw new IOException(Words.of("packed.checksum").text());
        }
        at = behind;
        inside = false;
    }

    private int uint16(int place) throws EOFException {
        return at(place) | at(place + 1) << 8;
    }

    private int at(int place) throws EOFException {
        if (place >= packed.length) {
            throw new EOFException();
        }
        return packed[place] & 0xFF;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
