package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.PacketType;
import java.util.HashMap;
import java.util.Map;

/**
 * What came before of an exchange: how often each of its packets was sent, and got there, on the connection that it is
 * on now. It is counted as the packets come, so that no earlier row is looked at again, and a message that is repeated
 * for ever costs no more each time. Writer's thread only.
 *
 * <p>As almost every packet comes once, the numbers stand in one {@code long} an exchange, six bits each; where that
 * is not enough, a {@link Tally} takes them over.
 */
final class LookBack {

    private static final int FIRST = PacketType.PUBLISH.ordinal();
    private static final int LAST = PacketType.PUBCOMP.ordinal();
    private static final int BITS = 6;
    private static final long MOST = (1 << BITS) - 1;
    /** The PUBLISH has got there, on whatever connection. */
    private static final long PUBLISHED = 1L << 2 * BITS * (LAST - FIRST + 1);
    private static final long TALLIED = PUBLISHED << 1;
    /** It was seen on an earlier connection, too. */
    private static final long CARRIED_OVER = TALLIED << 1;

    private final ExchangeLog log;
    private final Map<Integer, Tally> tallies = new HashMap<>();

    LookBack(ExchangeLog log) {
        this.log = log;
    }

    /** Whether the exchange was last seen on this connection. */
    boolean isOf(int link, int id) {
        return log.lastLink(id) == link;
    }

    /** Whether its PUBLISH has got to the receiver. */
    boolean hasArrived(int id) {
        return (log.counts(id) & PUBLISHED) != 0;
    }

    /** Whether its PUBLISH was sent on this connection. */
    boolean isPublishedOn(int link, int id) {
        return sent(PacketType.PUBLISH, link, id) > 0;
    }

    /** Whether a packet of a message, of the kind of this one, was sent on this connection. */
    boolean isSentOn(int link, int id, Event event) {
        return isOfMessage(event) && sent(event.type(), link, id) > 0;
    }

    private static boolean isOfMessage(Event event) {
        return event.compareTo(Event.PUBCOMP_AGAIN) <= 0;
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
        int carriedOver = log.lastLink(id) == link && (log.counts(id) & CARRIED_OVER) == 0 ? 0 : 1;
        return sent(answer, link, id) < arrived(question, link, id) + carriedOver;
    }

    /**
     * Whether the sender has sent the PUBLISH of an exchange more than once on this connection, and the receiver has
     * not answered each copy that got there.
     */
    boolean isAnswerUnderway(int link, int id, PacketType answer) {
        return sent(PacketType.PUBLISH, link, id) > 1
                && arrived(PacketType.PUBLISH, link, id) > sent(answer, link, id);
    }

    /** One more packet of an exchange. Those that refuse ask for no answer, and so do not count as arrived. */
    void count(int id, Event event, int link, Passage passage, boolean refused) {
        if (!isOfMessage(event)) {
            log.lastLink(id, link);
            return;
        }
        PacketType type = event.type();
        long counts = log.counts(id);
        if (log.lastLink(id) != link) {
            log.lastLink(id, link);
            counts = counts & PUBLISHED | CARRIED_OVER;
        }
        boolean arrives = passage.isArrived() && !refused;
        int sent = sentAt(type);
        int arrived = arrivedAt(type);
        if ((counts & TALLIED) == 0 && (number(counts, sent) == MOST || number(counts, arrived) == MOST)) {
            tallies.put(id, tallyOf(counts));
            counts |= TALLIED;
        }
        if ((counts & TALLIED) != 0) {
            tallies.get(id).add(type, passage.isSent(), arrives);
        } else {
            counts += (passage.isSent() ? 1L << sent : 0) + (arrives ? 1L << arrived : 0);
        }
        log.counts(id, arrives && type == PacketType.PUBLISH ? counts | PUBLISHED : counts);
    }

    private static Tally tallyOf(long counts) {
        Tally tally = new Tally();
        for (int type = FIRST; type <= LAST; type++) {
            PacketType counted = PacketType.ofFirstByte(type << 4);
            tally.set(counted, number(counts, sentAt(counted)), number(counts, arrivedAt(counted)));
        }
        return tally;
    }

    private int sent(PacketType type, int link, int id) {
        if (log.lastLink(id) != link) {
            return 0;
        }
        long counts = log.counts(id);
        return (counts & TALLIED) != 0 ? tallies.get(id).sent(type) : number(counts, sentAt(type));
    }

    private int arrived(PacketType type, int link, int id) {
        if (log.lastLink(id) != link) {
            return 0;
        }
        long counts = log.counts(id);
        return (counts & TALLIED) != 0 ? tallies.get(id).arrived(type) : number(counts, arrivedAt(type));
    }

    private static int sentAt(PacketType type) {
        return 2 * BITS * (type.ordinal() - FIRST);
    }

    private static int arrivedAt(PacketType type) {
        return sentAt(type) + BITS;
    }

    private static int number(long counts, int at) {
        return (int) (counts >>> at & MOST);
    }
}
