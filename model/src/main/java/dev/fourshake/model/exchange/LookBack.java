package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.PacketType;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the packets of an exchange in which something came more than once. The steps are looked at once, when that
 * shows; from then on they are counted as they come, so that a message that is repeated for ever costs no more each
 * time. Writer's thread only.
 */
final class LookBack {

    private final ExchangeLog log;
    private final History history;
    private final Map<Integer, Tally> tallies = new HashMap<>();

    LookBack(ExchangeLog log, History history) {
        this.log = log;
        this.history = history;
    }

    /** Whether the exchange was last seen on this connection. */
    boolean isOf(int link, int id) {
        return history.link(log.lastRow(id)) == link;
    }

    /** Whether its PUBLISH has got to the receiver. */
    boolean hasArrived(int id) {
        return tally(id).isPublished();
    }

    /** Whether its PUBLISH was sent on this connection. */
    boolean isPublishedOn(int link, int id) {
        return tally(id).sent(PacketType.PUBLISH, link) > 0;
    }

    /**
     * Whether an acknowledgement is sent once more with good cause: one for each packet of this connection that asks
     * for it, and one more where the exchange was carried over from an earlier connection.
     */
    boolean hasCause(int link, int id, Event event) {
        return switch (event) {
            case PUBACK -> hasCause(link, id, PacketType.PUBLISH, PacketType.PUBACK);
            case PUBREC, PUBREC_REFUSED -> hasCause(link, id, PacketType.PUBLISH, PacketType.PUBREC);
            case PUBREL -> hasCause(link, id, PacketType.PUBREC, PacketType.PUBREL);
            case PUBCOMP -> hasCause(link, id, PacketType.PUBREL, PacketType.PUBCOMP);
            case PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN, PUBACK_AGAIN, PUBREC_AGAIN, PUBREC_REFUSED_AGAIN, PUBREL_AGAIN,
                 PUBCOMP_AGAIN, REQUEST, CHALLENGE, ANSWER -> false;
        };
    }

    private boolean hasCause(int link, int id, PacketType question, PacketType answer) {
        int carriedOver = history.link(log.firstRow(id)) == link ? 0 : 1;
        Tally tally = tally(id);
        return tally.sent(answer, link) < tally.arrived(question, link) + carriedOver;
    }

    private Tally tally(int id) {
        Tally known = tallies.get(id);
        if (known != null) {
            return known;
        }
        Tally tally = new Tally();
        for (int row = log.firstRow(id); row >= 0; row = history.next(row)) {
            tally.add(history.type(row), history.link(row), history.isSent(row), history.isArrived(row),
                    history.isFailure(row));
        }
        tallies.put(id, tally);
        log.count(id);
        return tally;
    }

    /** One more packet of an exchange: if it is counted, this one is too. */
    void count(int id, Event event, int link, Passage passage, boolean refused) {
        if (log.isCounted(id)) {
            tallies.get(id).add(event.type(), link, passage.isSent(), passage.isArrived(), refused);
        }
    }
}
