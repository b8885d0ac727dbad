package dev.fourshake.model.delivery;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/** Wills whose connection has ended, until it is known whether they were published. Writer's thread only. */
final class DueWills {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** So long after a Will was due it is looked for; again, as a witness may be heard with its next ping. */
    private static final long[] PATIENCE_NANOS = {10 * NANOS_PER_SECOND, 30 * NANOS_PER_SECOND, 90 * NANOS_PER_SECOND};
    /** A broker that finds a client dead may publish the Will before it ends the connection. */
    private static final long EARLY_NANOS = 5 * NANOS_PER_SECOND;
    /** A broker that is heard so long after a Will was due has had the time to publish it. */
    private static final long LIVES_NANOS = 5 * NANOS_PER_SECOND;
    /** So many subscribers are asked whether they got it. */
    private static final int MOST_WITNESSES = 512;

    private record Due(WillMessage will, BrokerMessages broker, int looks) {

        long nanos() {
            return will.dueNanos() + PATIENCE_NANOS[looks];
        }
    }

    private final IntFunction<String> topics;
    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparingLong(Due::nanos));

    /** @param topics names of topics by their numbers */
    DueWills(IntFunction<String> topics) {
        this.topics = topics;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    void add(WillMessage will, BrokerMessages broker) {
        queue.add(new Due(will, broker, 0));
    }

    /** Takes out what is decided by now; the first Will that was not published, or null. */
    UnsentWill take(long nowNanos) {
        while (!queue.isEmpty() && queue.peek().nanos() <= nowNanos) {
            Due due = queue.poll();
            WillMessage will = due.will();
            if (will.sentNanos() < will.endedNanos() - EARLY_NANOS && !will.isReplaced()) {
                UnsentWill unsent = unsent(due);
                if (unsent != null) {
                    return unsent;
                }
                if (due.looks() + 1 < PATIENCE_NANOS.length) {
                    queue.add(new Due(will, due.broker(), due.looks() + 1));
                }
            }
        }
        return null;
    }

    private UnsentWill unsent(Due due) {
        WillMessage will = due.will();
        String topic = topics.apply(will.topic());
        int asked = 0;
        for (Subscriber subscriber : due.broker().subscribers()) {
            int row = subscriber.session().id() == will.session() ? -1
                    : subscriber.isSureOf(topic, will.endedRow(), will.dueNanos() + LIVES_NANOS);
            if (row >= 0) {
                return new UnsentWill(will, subscriber.session(), row);
            }
            if (++asked == MOST_WITNESSES) {
                return null;
            }
        }
        return null;
    }
}
