package dev.fourshake.app.importing;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.pcap.PacketFile;
import dev.fourshake.app.tcp.TcpConnections;
import dev.fourshake.app.trace.TraceInput;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.WireEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a packet capture as wire events. */
public final class PacketImport implements TraceInput {

    private static final int BATCH_EVENTS = 1024;
    /** Fills a screen: somebody waits for the first ones. */
    private static final int FIRST_EVENTS = 64;
    /** So that progress is told, and a cancel heard, where nothing of a file is MQTT. */
    private static final int BATCH_PACKETS = 1 << 16;

    private final PacketFile packets;
    private final Wire wire = new Wire();
    private final ImportSummary summary = new ImportSummary();
    private final TcpConnections connections = new TcpConnections((first, second, begun, timeNanos) ->
            new ImportedConnection(wire, summary, first, second, begun, timeNanos));

    private boolean ended;
    private long events;

    private PacketImport(PacketFile packets) {
        this.packets = packets;
    }

    /**
     * Opens a packet capture.
     *
     * @throws CaptureException if it is none, or cannot be read
     */
    public static PacketImport open(Path file) throws CaptureException {
        return new PacketImport(PacketFile.open(file));
    }

    @Override
    public Path file() {
        return packets.file();
    }

    @Override
    public String origin() {
        return String.valueOf(packets.file().getFileName());
    }

    @Override
    public long position() {
        return packets.position();
    }

    @Override
    public long total() {
        return packets.size();
    }

    @Override
    public List<Message> problems() {
        List<Message> problems = new ArrayList<>();
        packets.fault().ifPresent(problems::add);
        if (ended) {
            if (wire.links() == 0) {
                problems.add(ImportNotes.note("note.nothing", packets.file().toString()));
            }
            problems.addAll(ImportNotes.of(summary, connections.counts()));
        }
        return problems;
    }

    /** Whether a problem only says what of a sound file is not shown. */
    public static boolean isNote(Message problem) {
        return ImportNotes.isNote(problem);
    }

    /** Links so far. */
    public int links() {
        return wire.links();
    }

    /** Events so far. */
    public long events() {
        return events;
    }

    @Override
    public boolean read(List<WireEvent> into) {
        int before = into.size();
        wire.into(into);
        readPackets(before, into);
        events += into.size() - before;
        return !ended;
    }

    private void readPackets(int before, List<WireEvent> into) {
        int most = events == 0 ? FIRST_EVENTS : BATCH_EVENTS;
        for (int i = 0; i < BATCH_PACKETS && into.size() - before < most; i++) {
            if (!packets.next()) {
                connections.end();
                ended = true;
                return;
            }
            connections.packet(packets.packet());
        }
    }

    @Override
    public void close() {
        packets.close();
    }
}
