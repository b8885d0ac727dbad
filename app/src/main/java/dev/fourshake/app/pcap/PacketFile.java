package dev.fourshake.app.pcap;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.model.text.Message;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A packet capture: pcap or pcapng, packed with gzip or not. What it is shows in its first bytes, not in its name.
 * Memory is needed for one packet, however long the file is. Not for several threads.
 */
public final class PacketFile implements Closeable {

    private static final int MAGIC_BYTES = 4;
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int GZIP_BUFFER = 1 << 16;

    private final Path file;
    private final CountedInput counted;
    private final ByteSource source;
    private final PacketFormat format;
    private final long size;
    private final CapturedPacket packet = new CapturedPacket();
    /** The first packet was read when the file was opened, and is not asked for yet. */
    private boolean firstIsThere;
    private long packets;
    private Message fault;

    private PacketFile(Path file, CountedInput counted, ByteSource source, PacketFormat format, long size)
            throws IOException {
        this.file = file;
        this.counted = counted;
        this.source = source;
        this.format = format;
        this.size = size;
        firstIsThere = format.next(packet);
    }

    /** Whether the file begins as packet captures do. False for what is no file, and where it cannot be read. */
    public static boolean isOne(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return false;
            }
            try (ByteSource source = new ByteSource(unpacked(new CountedInput(Files.newInputStream(file))))) {
                return hasMagic(source);
            }
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Opens a packet capture.
     *
     * @throws CaptureException if it is none, or not even its first packet can be read
     */
    public static PacketFile open(Path file) throws CaptureException {
        CountedInput counted = null;
        try {
            counted = new CountedInput(Files.newInputStream(file));
            ByteSource source = new ByteSource(unpacked(counted));
            if (!hasMagic(source)) {
                throw new BadPacketFileException("no.magic");
            }
            return new PacketFile(file, counted, source, format(source), Files.size(file));
        } catch (IOException failure) {
            closeQuietly(counted);
            throw refused(file, failure);
        }
    }

    private static InputStream unpacked(CountedInput in) throws IOException {
        return in.startsWith(GZIP_MAGIC) ? new GZIPInputStream(in, GZIP_BUFFER) : in;
    }

    private static boolean hasMagic(ByteSource source) throws IOException {
        if (!source.has(MAGIC_BYTES)) {
            return false;
        }
        int magic = PcapFormat.read(source.array(), source.position(), true);
        return magic == PcapngFormat.SECTION_HEADER || PcapFormat.isMagic(magic)
                || PcapFormat.isMagic(Integer.reverseBytes(magic));
    }

    private static PacketFormat format(ByteSource source) throws IOException {
        int magic = PcapFormat.read(source.array(), source.position(), true);
        if (magic == PcapngFormat.SECTION_HEADER) {
            return new PcapngFormat(source);
        }
        boolean big = PcapFormat.isMagic(magic);
        return PcapFormat.open(source, big ? magic : Integer.reverseBytes(magic), big);
    }

    private static CaptureException refused(Path file, IOException failure) {
        return failure instanceof BadPacketFileException bad
                ? CaptureException.of(CaptureException.Kind.BAD_PACKETS, file, failure, bad.problem().text())
                : CaptureException.reading(file, failure);
    }

    private static void closeQuietly(Closeable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException _) {
            // It was only read.
        }
    }

    public Path file() {
        return file;
    }

    /** Size of the file in bytes, when it was opened. */
    public long size() {
        return size;
    }

    /** So many bytes of the file were read. */
    public long position() {
        return counted.count();
    }

    /** The packet that {@link #next} has read. */
    public CapturedPacket packet() {
        return packet;
    }

    /** How many packets were read. */
    public long packets() {
        return packets;
    }

    /** Why there is no next packet, where the file has not ended as it should: a whole sentence. */
    public Optional<Message> fault() {
        return Optional.ofNullable(fault);
    }

    /**
     * Reads the next packet. Once it was false it stays false.
     *
     * @return false at the end of the file, and where it cannot be read on: {@link #fault} tells
     */
    public boolean next() {
        if (fault != null) {
            return false;
        }
        try {
            boolean there = firstIsThere || format.next(packet);
            firstIsThere = false;
            packets += there ? 1 : 0;
            return there;
        } catch (IOException failure) {
            fault = Message.of(PacketFile.class, "fault", file.toString(), packets, reason(failure));
            return false;
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case BadPacketFileException bad -> bad.problem().text();
            case ZipException _ -> Message.of(PacketFile.class, "gzip").text();
            default -> Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
        };
    }

    @Override
    public void close() {
        closeQuietly(source);
    }
}
