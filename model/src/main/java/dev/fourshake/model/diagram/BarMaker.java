package dev.fourshake.model.diagram;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.wire.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes the bars that reach into a page: for each open exchange one at either end. */
final class BarMaker {

    /** What one end of an exchange has to do. */
    private enum Duty { NONE, WAITS, OWES }

    private final PageLayout layout;
    private final List<Bar> bars = new ArrayList<>();
    /** The crowd of each side of each lane, by lane and side. */
    private final TreeMap<Integer, List<Bar>> crowds = new TreeMap<>();

    BarMaker(PageLayout layout) {
        this.layout = layout;
    }

    List<Bar> bars() {
        for (int id : exchanges()) {
            add(id);
        }
        crowds.values().forEach(this::merge);
        return bars;
    }

    private SortedSet<Integer> exchanges() {
        SortedSet<Integer> found = new TreeSet<>();
        if (layout.first < layout.end) {
            for (int id : layout.trace.openExchanges(layout.rows.row(layout.first))) {
                found.add(id);
            }
        }
        for (int i = layout.first; i < layout.end; i++) {
            int id = layout.trace.exchangeId(layout.rows.row(i));
            if (id >= 0) {
                found.add(id);
            }
        }
        found.removeIf(id -> !layout.index.bars.isDrawn(id));
        return found;
    }

    private void add(int id) {
        int row = layout.index.bars.firstRow(id);
        int client = layout.client(row);
        int broker = layout.broker(row);
        if (client < 0 || broker < 0) {
            return;
        }
        boolean fromClient = layout.trace.direction(row) == Direction.CLIENT_TO_SERVER;
        int towards = broker > client ? 1 : -1;
        end(id, client, towards, layout.index.bars.clientSlot(id), fromClient);
        end(id, broker, -towards, layout.index.bars.brokerSlot(id), !fromClient);
    }

    private void end(int id, int lane, int towards, int slot, boolean sends) {
        if (slot == Slots.CROWD) {
            int finished = layout.trace.finishedAt(id);
            int from = layout.index.bars.firstRow(id);
            Family family = Family.of(layout.trace, from);
            Bar bar = new Bar(lane, towards, slot, id, index(from), finished < 0 ? Bar.OPEN : index(finished), family,
                    false, 1);
            crowds.computeIfAbsent(2 * lane + (towards > 0 ? 1 : 0), _ -> new ArrayList<>()).add(bar);
        } else {
            Exchange exchange = layout.exchange(id);
            Function<Step, Duty> duty = sends ? step -> duty(step.sender()) : step -> duty(step.receiver());
            segments(exchange, lane, towards, slot, duty);
        }
    }

    private void segments(Exchange exchange, int lane, int towards, int slot, Function<Step, Duty> duty) {
        Duty now = Duty.NONE;
        int since = 0;
        for (Step step : exchange.steps()) {
            Duty next = duty.apply(step);
            if (next != now) {
                segment(exchange, lane, towards, slot, now, since, index(step.row()));
                now = next;
                since = index(step.row());
            }
        }
        int finished = layout.trace.finishedAt(exchange.id());
        boolean open = exchange.outcome() == Outcome.OPEN && finished < 0;
        int last = finished < 0 ? exchange.lastRow() : Math.max(finished, exchange.lastRow());
        segment(exchange, lane, towards, slot, now, since, open ? Bar.OPEN : index(last));
    }

    private void segment(Exchange exchange, int lane, int towards, int slot, Duty duty, int from, int to) {
        if (duty != Duty.NONE && from < layout.end && to >= layout.first) {
            Family family = Family.of(exchange.kind());
            bars.add(new Bar(lane, towards, slot, exchange.id(), from, to, family, duty == Duty.OWES, 1));
        }
    }

    /** Joins the bars of a crowd that touch each other. */
    private void merge(Collection<Bar> crowd) {
        Bar joined = null;
        for (Bar bar : crowd.stream().sorted(Comparator.comparingInt(Bar::from)).toList()) {
            if (joined != null && bar.from() <= joined.to()) {
                joined = new Bar(joined.lane(), joined.towards(), joined.slot(), joined.exchange(), joined.from(),
                        Math.max(joined.to(), bar.to()), joined.family(), false, joined.count() + 1);
            } else {
                if (joined != null) {
                    bars.add(joined);
                }
                joined = bar;
            }
        }
        if (joined != null) {
            bars.add(joined);
        }
    }

    private int index(int row) {
        return layout.rows.indexOf(row);
    }

    private static Duty duty(SenderState state) {
        return switch (state) {
            case IDLE -> Duty.NONE;
            case AWAIT_PUBACK, AWAIT_PUBREC, AWAIT_PUBCOMP, AWAIT_ANSWER -> Duty.WAITS;
            case OWES_PUBREL -> Duty.OWES;
        };
    }

    private static Duty duty(ReceiverState state) {
        return switch (state) {
            case IDLE -> Duty.NONE;
            case OWES_PUBACK, OWES_PUBREC, OWES_PUBCOMP, OWES_ANSWER -> Duty.OWES;
            case AWAIT_PUBREL -> Duty.WAITS;
        };
    }
}
