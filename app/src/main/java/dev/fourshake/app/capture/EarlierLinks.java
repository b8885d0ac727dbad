package dev.fourshake.app.capture;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.PacketType;
import java.util.BitSet;

/**
 * Earlier links of sessions that live on: what was subscribed on them still holds. That is the link on which the
 * session began, and those after it on which something was subscribed or given up.
 */
final class EarlierLinks {

    private EarlierLinks() {
    }

    static void add(TraceSnapshot trace, int end, BitSet links) {
        BitSet began = new BitSet();
        BitSet subscribed = new BitSet();
        for (int row = 0; row < end; row++) {
            if (trace.kind(row) == RowKind.PACKET) {
                PacketType type = trace.type(row);
                if (type == PacketType.SUBSCRIBE || type == PacketType.UNSUBSCRIBE) {
                    subscribed.set(trace.link(row));
                } else if (type == PacketType.CONNACK && trace.packet(row).orElse(null) instanceof Connack connack
                        && connack.isAccepted() && !connack.sessionPresent()) {
                    began.set(trace.link(row));
                }
            }
        }
        for (Session session : trace.sessions()) {
            if (isRemembered(session)) {
                add(session, began, subscribed, links);
            }
        }
    }

    private static boolean isRemembered(Session session) {
        return session.connectedLink().isPresent() || session.expirySeconds().orElse(0) > 0;
    }

    private static void add(Session session, BitSet began, BitSet subscribed, BitSet links) {
        for (int i = session.links().size() - 1; i >= 0; i--) {
            int link = session.links().get(i);
            if (began.get(link) || subscribed.get(link)) {
                links.set(link);
            }
            if (began.get(link)) {
                return;
            }
        }
    }
}
