package dev.fourshake.app.capture;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the bytes that {@link BlockEncoder} made. Total: any bytes give events or a {@link BadBlockException}. */
final class BlockDecoder {

    /** More than any block of ours inflates to; a damaged or hostile number must not take all memory. */
    private static final int MAX_INFLATED = 16 << 20;

    private BlockDecoder() {
    }

    /**
     * The events of a block. Their raw bytes are views of {@code block} or of what it inflates to.
     *
     * @param count how many events the index says there are
     */
    static List<WireEvent> decode(Bytes block, int count) throws BadBlockException {
        ByteReader in = new ByteReader(block);
        int format = in.u8();
        if (format < WireEventCodec.PLAIN || format > WireEventCodec.WEB_SOCKET) {
            throw new BadBlockException("its format is " + format);
        }
        boolean deflated = (in.u8() & BlockEncoder.DEFLATED) != 0;
        ByteReader events = deflated ? inflate(in) : in;
        List<WireEvent> decoded = new ArrayList<>(Math.min(count, BlockEncoder.FULL_BYTES));
        long time = 0;
        while (!events.atEnd()) {
            WireEvent event = WireEventCodec.read(events, time);
            time = event.timeNanos();
            decoded.add(event);
        }
        if (decoded.size() != count) {
            throw new BadBlockException("it holds " + decoded.size() + " events instead of " + count);
        }
        return decoded;
    }

    private static ByteReader inflate(ByteReader in) throws BadBlockException {
        long length = in.varint();
        if (length < 0 || length > MAX_INFLATED) {
            throw new BadBlockException("it is too large");
        }
        byte[] inflated = new byte[(int) length];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(in.rest().toArray());
            if (inflater.inflate(inflated) != inflated.length) {
                throw new BadBlockException("it inflates to less than it should");
            }
        } catch (DataFormatException broken) {
            throw new BadBlockException("it does not inflate: " + broken.getMessage());
        }
        return new ByteReader(Bytes.of(inflated));
    }
}
