package dev.fourshake.app.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts that are found in a file by looking at every byte of it, without the help of H2. */
final class SalvagedParts implements PartSource {

    private static final int WINDOW = 1 << 20;

    private record Place(long offset, int length) {
    }

    private final FileChannel channel;
    private final Map<Long, Place> places = new HashMap<>();
    private final Map<Long, BlockIndex> blocks = new HashMap<>();

    private SalvagedParts(FileChannel channel) {
        this.channel = channel;
    }

    /** Reads the whole file once; memory is needed for one window and the places found. */
    static SalvagedParts scan(Path file) throws IOException {
        SalvagedParts parts = new SalvagedParts(FileChannel.open(file));
        try {
            long size = parts.channel.size();
            // Windows overlap by half, so that every part lies whole in one of them.
            for (long from = 0; from < size; from += WINDOW / 2) {
                parts.look(from, parts.read(from, (int) Math.min(WINDOW, size - from)));
            }
            return parts;
        } catch (IOException failure) {
            parts.close();
            throw failure;
        }
    }

    private void look(long offset, byte[] window) {
        for (int at = 0; at < window.length - BlockPart.MAGIC.length; at++) {
            if (window[at] == BlockPart.MAGIC[0] && window[at + 1] == BlockPart.MAGIC[1]) {
                try {
                    BlockPart part = BlockPart.decode(window, at);
                    places.put(part.number(), new Place(offset + at, BlockPart.length(window, at)));
                    part.begins().ifPresent(index -> blocks.put(index.first(), index));
                } catch (BadBlockException _) {
                    // Not a part, or one that is cut off here; what is missing shows as a hole.
                }
            }
        }
    }

    BlockDirectory directory() {
        return new BlockDirectory(List.copyOf(blocks.values()));
    }

    @Override
    public BlockPart part(long number) throws IOException, BadBlockException {
        Place place = places.get(number);
        if (place == null) {
            throw new BadBlockException("a part of it is missing");
        }
        return BlockPart.decode(read(place.offset, place.length), 0);
    }

    private byte[] read(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
            // A short read is followed by another.
        }
        return buffer.array();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // It was only read.
        }
    }
}
