package dev.fourshake.app.cli;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.filter.FilteredRows;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.Totals;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.trace.TraceSummary;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the packets come to that passed a filter: each counted as in the whole, exchanges of which some packet passed,
 * sessions and links to which one belongs, findings of which it is a proof.
 */
final class FilteredSummary {

    private static final int DUP = 0x08;

    private final TraceSnapshot trace;
    private final Map<PacketType, Long> packets = new EnumMap<>(PacketType.class);
    private final BitSet rows = new BitSet();
    private final BitSet links = new BitSet();
    private final BitSet sessions = new BitSet();
    private final BitSet exchanges = new BitSet();
    private long malformed;
    private long opaqueBytes;
    private long missingBytes;
    private long dup;

    private FilteredSummary(TraceSnapshot trace) {
        this.trace = trace;
    }

    static TraceSummary of(TraceSnapshot trace, FilteredRows passed) {
        FilteredSummary summary = new FilteredSummary(trace);
        for (int i = 0; i < passed.size(); i++) {
            summary.count(passed.rows()[i]);
        }
        return summary.whole();
    }

    private void count(int row) {
        rows.set(row);
        links.set(trace.link(row));
        if (trace.session(row) >= 0) {
            sessions.set(trace.session(row));
        }
        if (trace.exchangeId(row) >= 0) {
            exchanges.set(trace.exchangeId(row));
        }
        if (trace.kind(row) == RowKind.OPAQUE) {
            opaqueBytes += trace.length(row);
        } else if (trace.kind(row) == RowKind.MISSED) {
            missingBytes += ((FramesMissed) trace.event(row)).bytes();
        } else if (trace.kind(row) == RowKind.PACKET && isOfPeer(trace.fate(row))) {
            packet(row);
        }
    }

    /** What the tap made itself is nobody's packet. */
    private static boolean isOfPeer(Frame.Fate fate) {
        return switch (fate) {
            case PASSED, HELD, DROPPED -> true;
            case DUPLICATED, INJECTED -> false;
        };
    }

    private void packet(int row) {
        if (trace.judgement(row) == Judgement.MALFORMED) {
            malformed++;
            return;
        }
        packets.merge(trace.type(row), 1L, Long::sum);
        if (trace.type(row) == PacketType.PUBLISH && (trace.firstByte(row) & DUP) != 0) {
            dup++;
        }
    }

    private TraceSummary whole() {
        Map<ExchangeKind, Map<Outcome, Long>> outcomes = new EnumMap<>(ExchangeKind.class);
        exchanges.stream().forEach(id -> {
            Exchange exchange = trace.exchange(id);
            outcomes.computeIfAbsent(exchange.kind(), _ -> new EnumMap<>(Outcome.class))
                    .merge(exchange.outcome(), 1L, Long::sum);
        });
        List<Session> shown = new ArrayList<>();
        sessions.stream().forEach(id -> shown.add(trace.sessions().get(id)));
        List<Finding> findings = trace.findings().stream()
                .filter(finding -> finding.rows().stream().anyMatch(rows::get)).toList();
        return new TraceSummary(links.cardinality(), shown,
                new Totals(packets, malformed, opaqueBytes, missingBytes, dup, outcomes), trace.summary().messages(),
                findings);
    }
}
