package dev.fourshake.app.importing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The packets of a classic pcap of Ethernet and IPv4, so that some can be left out. */
record PacketRecords(byte[] head, List<byte[]> records) {

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int SOURCE_PORT = RECORD_HEADER + 14 + 20;

    static PacketRecords of(byte[] pcap) {
        ByteBuffer buffer = ByteBuffer.wrap(pcap).order(order(pcap));
        List<byte[]> records = new ArrayList<>();
        for (int at = FILE_HEADER; at < pcap.length;) {
            int end = at + RECORD_HEADER + buffer.getInt(at + 8);
            records.add(Arrays.copyOfRange(pcap, at, end));
            at = end;
        }
        return new PacketRecords(Arrays.copyOf(pcap, FILE_HEADER), records);
    }

    private static ByteOrder order(byte[] pcap) {
        return pcap[0] == (byte) 0xA1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    int size() {
        return records.size();
    }

    PacketRecords with(List<byte[]> others) {
        return new PacketRecords(head, List.copyOf(others));
    }

    PacketRecords where(Predicate<byte[]> wanted) {
        return with(records.stream().filter(wanted).toList());
    }

    static boolean isFromBroker(byte[] record) {
        return sourcePort(record) == 1883;
    }

    /** The port of the client, which tells the connections of a small capture apart. */
    static int clientPort(byte[] record) {
        return isFromBroker(record) ? uint16(record, SOURCE_PORT + 2) : sourcePort(record);
    }

    private static int sourcePort(byte[] record) {
        return uint16(record, SOURCE_PORT);
    }

    private static int uint16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /** Only so many bytes of the packet were captured. */
    byte[] snapped(byte[] record, int length) {
        int kept = Math.min(record.length - RECORD_HEADER, length);
        byte[] snapped = Arrays.copyOf(record, RECORD_HEADER + kept);
        ByteBuffer.wrap(snapped).order(order(head)).putInt(8, kept);
        return snapped;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        records.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
