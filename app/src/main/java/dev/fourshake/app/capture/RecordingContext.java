package dev.fourshake.app.capture;

import dev.fourshake.app.capture.CaptureRecorder.Start;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import java.util.BitSet;

/** Which rows of a trace a recording that starts in its middle begins with. */
final class RecordingContext {

    private RecordingContext() {
    }

    /** The rows, all before {@code end}. */
    static BitSet rows(TraceSnapshot trace, int end, Start start) {
        BitSet rows = new BitSet(end);
        switch (start) {
            case BEGINNING -> rows.set(0, end);
            case NOW -> {
                BitSet links = openLinks(trace, end);
                addOpenExchanges(trace, end, rows, links);
                addLinks(trace, end, links, rows);
                addReleases(trace, end, rows);
            }
        }
        return rows;
    }

    private static BitSet openLinks(TraceSnapshot trace, int end) {
        BitSet links = new BitSet();
        for (int row = 0; row < end; row++) {
            RowKind kind = trace.kind(row);
            if (kind == RowKind.LINK_OPENED) {
                links.set(trace.link(row));
            } else if (kind == RowKind.LINK_ENDED && ((LinkEnded) trace.event(row)).isFinal()) {
                links.clear(trace.link(row));
            }
        }
        return links;
    }

    /** The packets of exchanges that are not finished, and the links they went over, which may have ended. */
    private static void addOpenExchanges(TraceSnapshot trace, int end, BitSet rows, BitSet links) {
        for (int id : trace.openExchanges(end)) {
            for (Step step : trace.exchangeAt(id, end - 1).steps()) {
                rows.set(step.row());
                links.set(trace.link(step.row()));
            }
        }
    }

    /** How the links began and ended, what their clients subscribed to, and what is held on them. */
    private static void addLinks(TraceSnapshot trace, int end, BitSet links, BitSet rows) {
        for (int row = 0; row < end; row++) {
            if (links.get(trace.link(row)) && isContext(trace, row, end)) {
                rows.set(row);
            }
        }
    }

    private static boolean isContext(TraceSnapshot trace, int row, int end) {
        return switch (trace.kind(row)) {
            case LINK_OPENED, LINK_ENDED -> true;
            case PACKET -> switch (trace.type(row)) {
                case CONNECT, CONNACK, AUTH, SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK -> true;
                case RESERVED, PUBLISH, PUBACK, PUBREC, PUBREL, PUBCOMP, PINGREQ, PINGRESP, DISCONNECT ->
                        isHeld(trace, row, end);
            };
            case OPAQUE -> isHeld(trace, row, end);
            case RELEASED, MISSED -> false;
        };
    }

    private static boolean isHeld(TraceSnapshot trace, int row, int end) {
        int released = trace.releasedAt(row);
        return trace.fate(row) == Frame.Fate.HELD && (released < 0 || released >= end);
    }

    private static void addReleases(TraceSnapshot trace, int end, BitSet rows) {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int released = trace.releasedAt(row);
            if (released >= 0 && released < end) {
                rows.set(released);
            }
        }
    }
}
