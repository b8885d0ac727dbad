package dev.fourshake.model.diagram;

import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.PacketType;

/** For each exchange, where it begins and which slots its two bars have. For one thread. */
final class Bars {

    private final IntList firstRow = new IntList();
    /** Both slots: the client's in the low byte, the broker's above it; {@link Slots#NONE} without a bar. */
    private final IntList slots = new IntList();
    private final Slots free = new Slots();

    /**
     * Takes in a row; they come in order.
     *
     * @param client number of the side of the client's lifeline on which its bar stands
     * @param broker the same of the broker's
     */
    void fold(TraceSnapshot trace, int row, int client, int broker) {
        int exchange = trace.exchangeId(row);
        if (exchange < firstRow.size()) {
            return;
        }
        firstRow.put(exchange, row, row);
        int taken = Slots.NONE;
        if (isInFlight(trace, row)) {
            taken = free.take(trace, client, exchange, row) | free.take(trace, broker, exchange, row) << 8;
        }
        slots.put(exchange, taken, Slots.NONE);
    }

    int firstRow(int exchange) {
        return firstRow.get(exchange);
    }

    boolean isDrawn(int exchange) {
        return slots.get(exchange) != Slots.NONE;
    }

    int clientSlot(int exchange) {
        return slots.get(exchange) & 0xFF;
    }

    int brokerSlot(int exchange) {
        return slots.get(exchange) >> 8;
    }

    /** A message that is acknowledged, or a request; a ping is drawn without bars, for there are so many of them. */
    private static boolean isInFlight(TraceSnapshot trace, int row) {
        if (trace.kind(row) != RowKind.PACKET) {
            return false;
        }
        PacketType type = trace.type(row);
        boolean ping = type == PacketType.PINGREQ || type == PacketType.PINGRESP;
        boolean fireAndForget = type == PacketType.PUBLISH && (trace.firstByte(row) >> 1 & 3) == 0;
        return !ping && !fireAndForget;
    }
}
