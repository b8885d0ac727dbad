package dev.fourshake.app.capture;

import dev.fourshake.model.wire.Bytes;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A piece of a block, as it lies in one row of the table PART. It tells by itself what it is, so that it can be found
 * in a file whose tables are lost: four bytes {@code FSP1}, the CRC-32C of all that follows, the number of the part,
 * the length of the rest, the block's index if the block begins here, and the bytes.
 */
record BlockPart(long number, Optional<BlockIndex> begins, Bytes bytes) {

    static final byte[] MAGIC = {'F', 'S', 'P', '1'};

    /** So much of a block goes into a part. H2 takes up to a MiB into a row; but it writes rows again with the next. */
    static final int MAX_BYTES = 64 << 10;

    private static final int CRC_AT = 4;
    private static final int NUMBER_AT = 8;
    private static final int LENGTH_AT = 16;
    private static final int HEAD = 20;
    private static final int CONTINUES = 0;
    private static final int BEGINS = 1;

    byte[] encode() {
        ByteWriter out = new ByteWriter(HEAD + 64 + bytes.length());
        out.skip(HEAD);
        out.u8(begins.isPresent() ? BEGINS : CONTINUES);
        begins.ifPresent(index -> index.write(out));
        out.bytes(bytes);
        byte[] part = out.toArray();
        ByteBuffer head = ByteBuffer.wrap(part);
        head.put(MAGIC);
        head.putLong(NUMBER_AT, number);
        head.putInt(LENGTH_AT, part.length - HEAD);
        head.putInt(CRC_AT, crc(part, part.length));
        return part;
    }

    /** Reads the part that begins at {@code from}; there may be more behind it. */
    static BlockPart decode(byte[] array, int from) throws BadBlockException {
        int length = length(array, from);
        byte[] part = new byte[length];
        System.arraycopy(array, from, part, 0, length);
        ByteBuffer head = ByteBuffer.wrap(part);
        if (head.getInt(CRC_AT) != crc(part, length)) {
            throw new BadBlockException("its checksum is wrong");
        }
        long number = head.getLong(NUMBER_AT);
        ByteReader in = new ByteReader(Bytes.of(part, HEAD, length - HEAD));
        Optional<BlockIndex> begins =
                in.u8() == BEGINS ? Optional.of(BlockIndex.read(in, number)) : Optional.empty();
        return new BlockPart(number, begins, in.rest());
    }

    /** Length of the part that begins at {@code from}, if one does and all of it is there. */
    static int length(byte[] array, int from) throws BadBlockException {
        if (array.length - from < HEAD) {
            throw new BadBlockException("a part of it ends too early");
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (array[from + i] != MAGIC[i]) {
                throw new BadBlockException("a part of it is something else");
            }
        }
        int rest = ByteBuffer.wrap(array).getInt(from + LENGTH_AT);
        if (rest < 0 || rest > array.length - from - HEAD) {
            throw new BadBlockException("a part of it ends too early");
        }
        return HEAD + rest;
    }

    private static int crc(byte[] part, int length) {
        CRC32C crc = new CRC32C();
        crc.update(part, NUMBER_AT, length - NUMBER_AT);
        return (int) crc.getValue();
    }
}
