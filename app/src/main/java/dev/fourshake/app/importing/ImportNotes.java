package dev.fourshake.app.importing;

import dev.fourshake.app.importing.ImportSummary.Protocol;
import dev.fourshake.app.tcp.PacketCounts;
import dev.fourshake.model.text.Message;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences what of a packet capture is not shown. */
final class ImportNotes {

    private ImportNotes() {
    }

    static List<Message> of(ImportSummary summary, PacketCounts counts) {
        List<Message> notes = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            long connections = summary.connections(protocol);
            if (connections > 0) {
                notes.add(note(key(protocol), connections, summary.bytes(protocol)));
            }
        }
        addIfAny(notes, "note.compressed", summary.compressedWebSockets());
        counts.unknownLinks().forEach((type, packets) -> notes.add(note("note.linkType", packets, type)));
        addIfAny(notes, "note.fragments", counts.fragments());
        addIfAny(notes, "note.broken", counts.broken());
        addIfAny(notes, "note.contradicted", counts.contradicted());
        addIfAny(notes, "note.otherIp", counts.otherIp());
        addIfAny(notes, "note.noIp", counts.noIp());
        return notes;
    }

    private static String key(Protocol protocol) {
        return switch (protocol) {
            case TLS -> "note.tls";
            case HTTP -> "note.http";
            case OTHER -> "note.other";
        };
    }

    private static void addIfAny(List<Message> notes, String key, long count) {
        if (count > 0) {
            notes.add(note(key, count));
        }
    }

    static boolean isNote(Message problem) {
        return problem.bundle().equals(note("").bundle());
    }

    static Message note(String key, Object... arguments) {
        return Message.of(ImportNotes.class, key, arguments);
    }
}
