package dev.fourshake.model.diagram;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays out the visible rows of a trace. The cost is that of the rows asked for and of the exchanges that are open
 * there, however long the trace is.
 */
public final class PageLayout {

    /** A pause of this length has a line of its own: one second. */
    static final long PAUSE_NANOS = 1_000_000_000L;

    final TraceSnapshot trace;
    final DiagramIndex index;
    final ShownRows rows;
    final int first;
    final int end;
    private final LaneSet lanes;
    private final int[] positions;
    private final Map<Integer, Exchange> exchanges = new HashMap<>();

    private PageLayout(TraceSnapshot trace, DiagramIndex index, ShownRows rows, LaneSet lanes, int first, int end) {
        this.trace = trace;
        this.index = index;
        this.rows = rows;
        this.lanes = lanes;
        this.positions = lanes.positions();
        this.first = first;
        this.end = end;
    }

    /**
     * The page of {@code count} rows from index {@code first} on, cut to those that exist.
     *
     * @param index extended at least to all of {@code rows}
     */
    public static Page page(TraceSnapshot trace, DiagramIndex index, ShownRows rows, LaneSet lanes, int first,
                            int count) {
        int from = Math.clamp(first, 0, rows.size());
        int end = (int) Math.clamp((long) first + count, from, rows.size());
        return new PageLayout(trace, index, rows, lanes, from, end).page();
    }

    private Page page() {
        List<Mark> marks = new MarkMaker(this).marks();
        List<Bar> bars = new BarMaker(this).bars();
        return new Page(first, end - first, heads(), marks, bars, holds(), pauses());
    }

    /** Position of a lane; -1 where it is hidden. */
    int position(int lane) {
        return lane >= 0 && lane < positions.length ? positions[lane] : -1;
    }

    int client(int row) {
        return position(index.lanes.client(trace, row));
    }

    int broker(int row) {
        return position(index.lanes.broker(trace, row));
    }

    /** The exchange as the snapshot knows it, put together once a page. */
    Exchange exchange(int id) {
        return exchanges.computeIfAbsent(id, trace::exchange);
    }

    private List<Head> heads() {
        return lanes.lanes().stream().map(this::head).toList();
    }

    private Head head(Lane lane) {
        return switch (lane.kind()) {
            case BROKER -> new Head(lane, "", Optional.empty(), index.lanes.address(lane), List.of(always()));
            case LINK -> {
                var link = trace.links().get(lane.id() - 1);
                yield new Head(lane, "", link.version(), link.opened().client(), here(lane));
            }
            case CLIENT -> {
                Session session = trace.sessions().get(lane.id());
                String address = session.links().isEmpty() ? ""
                        : trace.links().get(session.links().getLast() - 1).opened().client();
                yield new Head(lane, session.clientId(), Optional.ofNullable(session.version()), address, here(lane));
            }
        };
    }

    private static Head.Span always() {
        return new Head.Span(-1, Bar.OPEN);
    }

    private List<Head.Span> here(Lane lane) {
        List<Head.Span> spans = new ArrayList<>();
        int row = first < rows.size() ? rows.row(first) - 1 : -1;
        int last = end > first ? rows.row(end - 1) : -1;
        boolean here = index.presence.isHere(lane.number(), row);
        int from = -1;
        for (int next = index.presence.nextChange(lane.number(), row); next <= last;
                next = index.presence.nextChange(lane.number(), next)) {
            if (here) {
                spans.add(new Head.Span(from, rows.indexOf(next)));
            }
            here = !here;
            from = rows.indexOf(next);
        }
        if (here) {
            spans.add(new Head.Span(from, Bar.OPEN));
        }
        return spans;
    }

    private List<Hold> holds() {
        List<Hold> holds = new ArrayList<>();
        for (int i = 0; i < index.holds.size(); i++) {
            int row = index.holds.row(i);
            int left = index.holds.end(trace, i);
            int from = rows.indexOf(row);
            int to = left < 0 ? Bar.OPEN : rows.indexOf(left);
            if (from < end && to >= first && client(row) >= 0) {
                holds.add(new Hold(row, from, to, client(row), broker(row), trace.direction(row),
                        trace.exchangeId(row), trace.timeNanos(row), left < 0 ? -1 : trace.timeNanos(left)));
            }
        }
        return holds;
    }

    private List<Page.Pause> pauses() {
        List<Page.Pause> pauses = new ArrayList<>();
        for (int i = Math.max(1, first); i < end; i++) {
            long nanos = trace.timeNanos(rows.row(i)) - trace.timeNanos(rows.row(i - 1));
            if (nanos >= PAUSE_NANOS) {
                pauses.add(new Page.Pause(i, nanos));
            }
        }
        return pauses;
    }
}
