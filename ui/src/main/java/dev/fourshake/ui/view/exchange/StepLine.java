package dev.fourshake.ui.view.exchange;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.PacketType;

/**
 * A line of the list of steps.
 *
 * @param kind       a packet, or the moment at which the tap let a held one go
 * @param sinceNanos since the step before; -1 for the first
 * @param held       whether it stood at the tap at the chosen moment
 * @param later      whether it came only after the chosen moment
 */
record StepLine(int row, RowKind kind, PacketType packet, boolean fromSender, long sinceNanos, Judgement judgement,
                Fate fate, boolean held, boolean later) {
}
