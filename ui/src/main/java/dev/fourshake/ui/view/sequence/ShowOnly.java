package dev.fourshake.ui.view.sequence;

import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.PacketType;
import java.util.OptionalInt;

/**
 * Which rows of the trace the diagram shows.
 *
 * @param exchange only those of this exchange
 * @param message  only those of the message that this exchange published: its publisher's, and all deliveries
 * @param session  only those of this session
 * @param pings    whether keep-alive packets are shown
 */
record ShowOnly(OptionalInt exchange, OptionalInt message, OptionalInt session, boolean pings) {

    static final ShowOnly ALL = new ShowOnly(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), true);

    static ShowOnly ofExchange(int id, boolean pings) {
        return new ShowOnly(OptionalInt.of(id), OptionalInt.empty(), OptionalInt.empty(), pings);
    }

    /** @param publisher exchange by which the message was published */
    static ShowOnly ofMessage(int publisher, boolean pings) {
        return new ShowOnly(OptionalInt.empty(), OptionalInt.of(publisher), OptionalInt.empty(), pings);
    }

    static ShowOnly ofSession(int id, boolean pings) {
        return new ShowOnly(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(id), pings);
    }

    /** Everything again, save what {@code pings} says. */
    ShowOnly clear() {
        return new ShowOnly(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), pings);
    }

    ShowOnly withPings(boolean shown) {
        return new ShowOnly(exchange, message, session, shown);
    }

    /** Whether nothing is left out. */
    boolean isAll() {
        return equals(ALL);
    }

    /** Whether the user asked for one exchange, message or session. */
    boolean isNarrow() {
        return exchange.isPresent() || message.isPresent() || session.isPresent();
    }

    boolean shows(TraceSnapshot trace, int row) {
        PacketType type = trace.type(row);
        boolean ping = type == PacketType.PINGREQ || type == PacketType.PINGRESP;
        return (pings || !ping)
                && (exchange.isEmpty() || trace.exchangeId(row) == exchange.getAsInt())
                && (message.isEmpty() || isOf(trace, row, message.getAsInt()))
                && (session.isEmpty() || sessionOf(trace, row) == session.getAsInt());
    }

    private static boolean isOf(TraceSnapshot trace, int row, int publisher) {
        int exchange = trace.exchangeId(row);
        return exchange >= 0 && (exchange == publisher || trace.publisherOf(exchange) == publisher);
    }

    /** A link is opened before its CONNECT says whose it is. */
    private static int sessionOf(TraceSnapshot trace, int row) {
        int session = trace.session(row);
        return session >= 0 ? session : trace.links().get(trace.link(row) - 1).session();
    }
}
