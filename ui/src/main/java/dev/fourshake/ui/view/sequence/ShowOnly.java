package dev.fourshake.ui.view.sequence;

import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.PacketType;
import java.util.OptionalInt;

/**
 * Which rows of the trace the diagram shows.
 *
 * @param exchange only those of this exchange
 * @param session  only those of this session
 * @param pings    whether keep-alive packets are shown
 */
record ShowOnly(OptionalInt exchange, OptionalInt session, boolean pings) {

    static final ShowOnly ALL = new ShowOnly(OptionalInt.empty(), OptionalInt.empty(), true);

    static ShowOnly ofExchange(int id, boolean pings) {
        return new ShowOnly(OptionalInt.of(id), OptionalInt.empty(), pings);
    }

    static ShowOnly ofSession(int id, boolean pings) {
        return new ShowOnly(OptionalInt.empty(), OptionalInt.of(id), pings);
    }

    /** Everything again, save what {@code pings} says. */
    ShowOnly clear() {
        return new ShowOnly(OptionalInt.empty(), OptionalInt.empty(), pings);
    }

    ShowOnly withPings(boolean shown) {
        return new ShowOnly(exchange, session, shown);
    }

    /** Whether nothing is left out. */
    boolean isAll() {
        return equals(ALL);
    }

    /** Whether the user asked for one exchange or session. */
    boolean isNarrow() {
        return exchange.isPresent() || session.isPresent();
    }

    boolean shows(TraceSnapshot trace, int row) {
        PacketType type = trace.type(row);
        boolean ping = type == PacketType.PINGREQ || type == PacketType.PINGRESP;
        return (pings || !ping)
                && (exchange.isEmpty() || trace.exchangeId(row) == exchange.getAsInt())
                && (session.isEmpty() || sessionOf(trace, row) == session.getAsInt());
    }

    /** A link is opened before its CONNECT says whose it is. */
    private static int sessionOf(TraceSnapshot trace, int row) {
        int session = trace.session(row);
        return session >= 0 ? session : trace.links().get(trace.link(row) - 1).session();
    }
}
