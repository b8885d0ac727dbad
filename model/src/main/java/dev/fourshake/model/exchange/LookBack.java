package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.PacketType;
import java.util.function.IntPredicate;

/** Looks back at the steps of an exchange, which is needed only where something came more than once. */
final class LookBack {

    private final ExchangeLog log;
    private final History history;
    private final Mover mover;

    LookBack(ExchangeLog log, History history, Mover mover) {
        this.log = log;
        this.history = history;
        this.mover = mover;
    }

    /** Whether the exchange was last seen on the connection of the row that is being looked at. */
    boolean isOfThisLink(int id) {
        return history.link(log.lastRow(id)) == mover.link().number();
    }

    /** Whether its PUBLISH has got to the receiver. */
    boolean hasArrived(int id) {
        return count(id, row -> history.type(row) == PacketType.PUBLISH && history.isArrived(row)) > 0;
    }

    /**
     * Whether an acknowledgement is sent once more with good cause: one for each packet of this connection that asks
     * for it, and one more where the exchange was carried over from an earlier connection.
     */
    boolean hasCause(int id, Event event) {
        return switch (event) {
            case PUBACK -> hasCause(id, PacketType.PUBLISH, PacketType.PUBACK);
            case PUBREC, PUBREC_REFUSED -> hasCause(id, PacketType.PUBLISH, PacketType.PUBREC);
            case PUBREL -> hasCause(id, PacketType.PUBREC, PacketType.PUBREL);
            case PUBCOMP -> hasCause(id, PacketType.PUBREL, PacketType.PUBCOMP);
            case PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN, PUBACK_AGAIN, PUBREC_AGAIN, PUBREC_REFUSED_AGAIN, PUBREL_AGAIN,
                 PUBCOMP_AGAIN, REQUEST, CHALLENGE, ANSWER -> false;
        };
    }

    private boolean hasCause(int id, PacketType question, PacketType answer) {
        int carriedOver = history.link(log.firstRow(id)) == mover.link().number() ? 0 : 1;
        return sentHere(id, answer) < arrivedHere(id, question) + carriedOver;
    }

    /** How often packets of a type were sent on this connection in the exchange. */
    int sentHere(int id, PacketType type) {
        return count(id, row -> history.type(row) == type && history.isSent(row)
                && history.link(row) == mover.link().number());
    }

    /** How often packets of a type arrived on this connection in the exchange and asked for an answer. */
    private int arrivedHere(int id, PacketType type) {
        return count(id, row -> history.type(row) == type && history.isArrived(row) && !history.isFailure(row)
                && history.link(row) == mover.link().number());
    }

    private int count(int id, IntPredicate counts) {
        int count = 0;
        for (int row = log.firstRow(id); row >= 0 && row < mover.row(); row = history.next(row)) {
            if (counts.test(row)) {
                count++;
            }
        }
        return count;
    }
}
