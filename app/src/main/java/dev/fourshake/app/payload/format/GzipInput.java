package dev.fourshake.app.payload.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952), member behind member. Java's own reader calls itself for each member, and some thousand of
 * them that are empty take all of its stack. What follows the last member is left out.
 */
final class GzipInput extends InputStream {

    private static final int HEAD = 10;
    private static final int TRAILER = 8;
    private static final int CHECKED = 0x02;
    private static final int EXTRA = 0x04;
    private static final int NAME = 0x08;
    private static final int COMMENT = 0x10;

    private final byte[] packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int at;
    private boolean inside;

    GzipInput(byte[] packed) {
        this.packed = packed;
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

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(into, offset, length);
            crc.update(into, offset, count);
            return count;
        } catch (DataFormatException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }

    private boolean isMember() {
        return at + 3 <= packed.length && packed[at] == 0x1F && packed[at + 1] == (byte) 0x8B && packed[at + 2] == 8;
    }

    private void begin() throws IOException {
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
        inflater.reset();
        inflater.setInput(packed, place, packed.length - place);
        crc.reset();
        inside = true;
    }

    private void end() throws IOException {
        int trailer = packed.length - inflater.getRemaining();
        long wanted = uint16(trailer) | (long) uint16(trailer + 2) << 16;
        at(trailer + TRAILER - 1);
        if (wanted != crc.getValue()) {
            throw new IOException(Words.of("packed.checksum").text());
        }
        at = trailer + TRAILER;
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
