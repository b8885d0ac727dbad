package dev.fourshake.ui.view.exchange;

import dev.fourshake.model.exchange.Event;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.exchange.StateTables;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The two machines side by side: each side's states from top to bottom, and between them the packets, each between the
 * state that it ends and the one that it begins. What a packet has done to one side and not yet to the other is what
 * the picture is for.
 *
 * @param sender   as many as receiver, and one more than rungs
 */
record Ladder(List<Stage> sender, List<Stage> receiver, List<Rung> rungs) {

    /** @param row of the moment: the exchange is as it stood just after it */
    static Ladder of(TraceSnapshot trace, Exchange exchange, int row) {
        Chain<SenderState> senders = Chain.of(StateTables.sender(exchange.kind()), SenderState.IDLE);
        Chain<ReceiverState> receivers = Chain.of(StateTables.receiver(exchange.kind()), ReceiverState.IDLE);
        List<Step> steps = exchange.steps();
        int[] sent = senders.positions(steps.stream().map(Step::sender).toList());
        int[] got = receivers.positions(steps.stream().map(Step::receiver).toList());
        if (exchange.kind() == ExchangeKind.QOS_0) {
            withoutStates(trace, steps, sent, got);
        }
        boolean forgotten = exchange.outcome() == Outcome.ABANDONED;
        List<Rung> rungs = new ArrayList<>();
        for (int i = 0; i < senders.end(); i++) {
            rungs.add(rung(trace, exchange, row, senders.events().get(i), sent[sent.length - 1] > i,
                    got[got.length - 1] > i));
        }
        return new Ladder(stages(trace, steps, senders, sent, SenderState::title, forgotten),
                stages(trace, steps, receivers, got, ReceiverState::title, forgotten), List.copyOf(rungs));
    }

    /** At QoS 0 a side is idle before and after: the passing of the packet is all that tells. */
    private static void withoutStates(TraceSnapshot trace, List<Step> steps, int[] sent, int[] got) {
        boolean arrived = false;
        for (int i = 0; i < steps.size(); i++) {
            arrived |= switch (trace.fate(steps.get(i).row())) {
                case PASSED, DUPLICATED, INJECTED -> true;
                case HELD, DROPPED -> false;
            };
            sent[i] = 1;
            got[i] = arrived ? 1 : 0;
        }
    }

    private static <S extends Enum<S>> List<Stage> stages(TraceSnapshot trace, List<Step> steps, Chain<S> chain,
                                                          int[] positions, Function<S, Message> title,
                                                          boolean forgotten) {
        int last = positions[positions.length - 1];
        int now = forgotten && last > 0 ? chain.end() : last;
        long[] after = new long[chain.states().size()];
        Arrays.fill(after, Stage.UNKNOWN);
        long start = trace.timeNanos(steps.getFirst().row());
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] != (i == 0 ? 0 : positions[i - 1])) {
                after[positions[i]] = trace.timeNanos(steps.get(i).row()) - start;
            }
        }
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < after.length; i++) {
            boolean passed = i < now && (i == 0 || after[i] != Stage.UNKNOWN);
            stages.add(new Stage(title.apply(chain.states().get(i)),
                    i == now ? Stage.Mark.CURRENT : passed ? Stage.Mark.PASSED : Stage.Mark.AHEAD,
                    i <= now ? after[i] : Stage.UNKNOWN));
        }
        return List.copyOf(stages);
    }

    private static Rung rung(TraceSnapshot trace, Exchange exchange, int row, Event event, boolean senderIsPast,
                             boolean receiverIsPast) {
        PacketType packet = Chain.packet(event, exchange.kind());
        int times = 0;
        int newest = -1;
        for (Step step : exchange.steps()) {
            if (step.type() == packet && trace.kind(step.row()) == RowKind.PACKET) {
                times++;
                newest = step.row();
            }
        }
        boolean left = event.isOfSender() ? senderIsPast : receiverIsPast;
        boolean arrived = event.isOfSender() ? receiverIsPast : senderIsPast;
        return new Rung(packet, event.isOfSender(), times == 0 ? Rung.Passing.AHEAD
                : isHeld(trace, newest, row) ? Rung.Passing.HELD
                : arrived ? Rung.Passing.ARRIVED : left ? Rung.Passing.LOST : Rung.Passing.AHEAD, times);
    }

    /** Whether the packet of this row still stood at the tap at the moment. */
    static boolean isHeld(TraceSnapshot trace, int packetRow, int moment) {
        if (trace.fate(packetRow) != Fate.HELD) {
            return false;
        }
        int released = trace.releasedAt(packetRow);
        return released < 0 ? trace.heldRows().contains(packetRow) : released > moment;
    }
}
