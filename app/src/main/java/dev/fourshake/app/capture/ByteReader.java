package dev.fourshake.app.capture;

import dev.fourshake.model.wire.Bytes;

/** Reads what {@link ByteWriter} wrote. Whatever the bytes are, it ends with a value or a {@link BadBlockException}. */
final class ByteReader {

    private final Bytes source;
    private int position;

    ByteReader(Bytes source) {
        this.source = source;
    }

    boolean atEnd() {
        return position == source.length();
    }

    int u8() throws BadBlockException {
        if (atEnd()) {
            throw new BadBlockException("it ends too early");
        }
        return source.at(position++);
    }

    long varint() throws BadBlockException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new BadBlockException("a number has no end");
    }

    long signed() throws BadBlockException {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number that is not negative. */
    int count() throws BadBlockException {
        long count = varint();
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new BadBlockException("a count is impossible");
        }
        return (int) count;
    }

    String text() throws BadBlockException {
        return bytes().utf8();
    }

    /** As many bytes as the number before them says. A view, no copy. */
    Bytes bytes() throws BadBlockException {
        int length = count();
        if (length > source.length() - position) {
            throw new BadBlockException("a length leads beyond its end");
        }
        Bytes bytes = source.slice(position, length);
        position += length;
        return bytes;
    }

    /** All that was not read yet. */
    Bytes rest() {
        return source.from(position);
    }
}
