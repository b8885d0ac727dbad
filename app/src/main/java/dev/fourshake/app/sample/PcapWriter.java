package dev.fourshake.app.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Writes TCP segments as a classic pcap file of Ethernet frames. Checksums are left out, as readers of captures do not
 * look at them.
 */
final class PcapWriter implements Closeable {

    private static final int HEADERS = 14 + 20 + 20;
    private static final long START_MICROS = 1_700_000_000_000_000L;
    private static final int ACK = 0x10;

    private final OutputStream out;
    private long last;
    private int packets;

    PcapWriter(OutputStream out) throws IOException {
        this.out = out;
        out.write(ByteBuffer.allocate(24).putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0)
                .putInt(0xFFFF).putInt(1).array());
    }

    /**
     * Writes a segment.
     *
     * @param later microseconds since the beginning: a segment comes one behind the one before at the earliest
     * @param from  and {@code to}: an IPv4 address and a port each
     */
    void segment(long later, long from, long to, int sequence, int acknowledged, int flags, byte[] data)
            throws IOException {
        last = Math.max(last + 1, later);
        long micros = START_MICROS + last;
        int length = HEADERS + data.length;
        ByteBuffer record = ByteBuffer.allocate(16 + length);
        record.putInt((int) (micros / 1_000_000)).putInt((int) (micros % 1_000_000)).putInt(length).putInt(length);
        record.putLong(0).putInt(0).putShort((short) 0x0800);
        record.putShort((short) 0x4500).putShort((short) (length - 14)).putInt(0x4000).putShort((short) 0x4006)
                .putShort((short) 0).putInt((int) (from >>> 16)).putInt((int) (to >>> 16));
        record.putShort((short) from).putShort((short) to).putInt(sequence).putInt(acknowledged)
                .putShort((short) (0x5000 | flags | (acknowledged == 0 ? 0 : ACK))).putShort((short) 0xFFFF).putInt(0);
        record.put(data);
        out.write(record.array());
    }

    /** So many MQTT packets more were written. */
    void count(int more) {
        packets += more;
    }

    /** How many MQTT packets were written. */
    int packets() {
        return packets;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
