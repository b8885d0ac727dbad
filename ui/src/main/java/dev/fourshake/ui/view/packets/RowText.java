package dev.fourshake.ui.view.packets;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.workbench.Texts;
import java.util.Locale;

/** The columns of one row as text: read from the trace's columns alone, so that nothing is decoded to paint a list. */
final class RowText {

    private static final Texts TEXTS = Texts.of(RowText.class);

    private RowText() {
    }

    static String kind(TraceSnapshot trace, int row) {
        return switch (trace.kind(row)) {
            case PACKET, RELEASED -> trace.type(row).name();
            case OPAQUE -> TEXTS.get("kind.opaque");
            case LINK_OPENED -> TEXTS.get("kind.opened");
            case LINK_ENDED -> TEXTS.get("kind.ended");
            case MISSED -> TEXTS.get("kind.missed");
        };
    }

    static String client(TraceSnapshot trace, int row) {
        int session = trace.session(row);
        if (session >= 0 && session < trace.sessions().size()) {
            Session known = trace.sessions().get(session);
            if (!known.clientId().isEmpty()) {
                return known.clientId();
            }
        }
        return linkAddress(trace, row);
    }

    private static String linkAddress(TraceSnapshot trace, int row) {
        int link = trace.link(row);
        return link >= 1 && link <= trace.links().size() ? trace.links().get(link - 1).opened().client() : "";
    }

    static String direction(TraceSnapshot trace, int row) {
        Direction direction = trace.direction(row);
        return direction == null ? "" : direction == Direction.CLIENT_TO_SERVER ? "→" : "←";
    }

    static String packetId(TraceSnapshot trace, int row) {
        int id = trace.packetId(row);
        return id == 0 ? "" : Integer.toString(id);
    }

    static boolean isPublish(TraceSnapshot trace, int row) {
        return trace.kind(row) == RowKind.PACKET && trace.type(row) == PacketType.PUBLISH;
    }

    static String qos(TraceSnapshot trace, int row) {
        return isPublish(trace, row) ? Integer.toString(trace.firstByte(row) >> 1 & 3) : "";
    }

    /** DUP and RETAIN, as the specification writes them. */
    static String flags(TraceSnapshot trace, int row) {
        if (!isPublish(trace, row)) {
            return "";
        }
        boolean dup = (trace.firstByte(row) & 0x08) != 0;
        boolean retain = (trace.firstByte(row) & 0x01) != 0;
        return dup && retain ? "DUP RETAIN" : dup ? "DUP" : retain ? "RETAIN" : "";
    }

    static String length(TraceSnapshot trace, int row) {
        return switch (trace.kind(row)) {
            case PACKET, OPAQUE, MISSED -> String.format(Locale.ROOT, "%,d", trace.length(row)).replace(',', ' ');
            case LINK_OPENED, LINK_ENDED, RELEASED -> "";
        };
    }

    /** Topic, reason, addresses: what this row is about. */
    static String info(TraceSnapshot trace, int row) {
        return switch (trace.kind(row)) {
            case PACKET -> trace.topic(row).isEmpty() ? reason(trace, row) : trace.topic(row);
            case OPAQUE -> TEXTS.get("info.opaque");
            case LINK_OPENED -> {
                LinkOpened opened = trace.links().get(trace.link(row) - 1).opened();
                yield TEXTS.get("info.opened", opened.client(), opened.broker());
            }
            case LINK_ENDED -> trace.event(row) instanceof dev.fourshake.model.wire.LinkEnded ended
                    ? TEXTS.get("info.ended." + ended.how().name(), TEXTS.get("party." + ended.by().name()))
                    : "";
            case RELEASED -> "";
            case MISSED -> trace.length(row) == 0 ? TEXTS.get("info.recorded")
                    : TEXTS.get("info.missed", trace.length(row));
        };
    }

    private static String reason(TraceSnapshot trace, int row) {
        int code = trace.reasonCode(row);
        return code <= 0 ? "" : TEXTS.get("info.reason", String.format("0x%02X", code));
    }

    /** What the tap did, and how the packet stands to its exchange; empty for what is as it should be. */
    static String state(TraceSnapshot trace, int row) {
        Frame.Fate fate = trace.fate(row);
        if (fate == Frame.Fate.HELD) {
            return TEXTS.get(trace.releasedAt(row) < 0 ? "fate.HELD" : "fate.WAS_HELD");
        }
        if (fate != null && fate != Frame.Fate.PASSED) {
            return TEXTS.get("fate." + fate.name());
        }
        if (trace.kind(row) == RowKind.RELEASED) {
            return TEXTS.get("state.released");
        }
        Judgement judgement = trace.judgement(row);
        return judgement == Judgement.REGULAR ? "" : TEXTS.get("judgement." + judgement.name());
    }
}
