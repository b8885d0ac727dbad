package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.HeldPacket;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A packet that stands at the tap, with what the trace knows of it.
 *
 * @param row      of the packet; {@link #UNKNOWN} while the trace has not caught up
 * @param exchange that it belongs to; -1 where to none
 * @param client   Client Identifier, or the address of a client that has not said it
 * @param topic    of a PUBLISH; empty for others
 */
public record HeldLine(HeldPacket packet, int row, int exchange, String client, String topic) {

    public static final int UNKNOWN = -1;

    /** In the order in which they came. */
    static List<HeldLine> of(List<HeldPacket> packets, TraceSnapshot trace) {
        Map<Long, Integer> rows = new HashMap<>();
        if (!packets.isEmpty()) {
            for (int row : trace.heldRows()) {
                if (trace.event(row) instanceof Frame frame) {
                    rows.put(frame.holdId(), row);
                }
            }
        }
        return packets.stream().map(packet -> of(packet, rows.getOrDefault(packet.holdId(), UNKNOWN), trace)).toList();
    }

    private static HeldLine of(HeldPacket packet, int row, TraceSnapshot trace) {
        return row == UNKNOWN ? new HeldLine(packet, row, -1, "", "")
                : new HeldLine(packet, row, trace.exchangeId(row), client(trace, row), trace.topic(row));
    }

    private static String client(TraceSnapshot trace, int row) {
        int session = trace.session(row);
        String name = session < 0 ? "" : trace.sessions().get(session).clientId();
        return name.isEmpty() ? trace.links().get(trace.link(row) - 1).opened().client() : name;
    }

    /** Whether both wait in the same direction of the same link, one behind the other, or are the same. */
    boolean isInLineWith(HeldLine other) {
        return packet.link() == other.packet.link() && packet.direction() == other.packet.direction();
    }
}
