package dev.fourshake.model.delivery;

import java.util.Arrays;
import java.util.List;

/**
 * How far a subscriber has got with the messages of a topic, and by which subscriptions it gets them. Writer's thread
 * only.
 */
final class Flow {

    private static final int MOST_SKIPPED = 16;
    // nearly all skip none: they need no arrays of their own
    private static final int[] NO_MESSAGES = {};
    private static final long[] NO_TIMES = {};

    /** The last message that it got, or {@link MessageWindow#NONE}. */
    int last = MessageWindow.NONE;
    /** The first message that it got: from there on nothing of the topic was overlooked. */
    int first = MessageWindow.NONE;
    /** How often it got the last message. */
    int copies;

    private List<Subscription> matching = List.of();
    private int revision = -1;
    private int plain;
    private boolean ownExcluded;
    private boolean retainMayBeLive;
    private int askedRow;
    private long askedNanos;
    private boolean settled;
    private int settledRow;
    private int granted;

    /** Messages of the same publisher that a later one has overtaken, and when that was seen. */
    private int[] skipped = NO_MESSAGES;
    private long[] skippedNanos = NO_TIMES;
    private int skippedCount;
    private int link = -1;

    /** Whether the subscriptions have changed since {@link #refresh}. */
    boolean isStale(Subscriber subscriber) {
        return revision != subscriber.revision();
    }

    void refresh(Subscriber subscriber, String topic) {
        revision = subscriber.revision();
        matching = subscriber.matching(topic);
        plain = 0;
        ownExcluded = !matching.isEmpty();
        retainMayBeLive = matching.isEmpty();
        askedRow = Integer.MAX_VALUE;
        askedNanos = Long.MIN_VALUE;
        settled = !matching.isEmpty();
        settledRow = -1;
        granted = -1;
        for (Subscription subscription : matching) {
            if (!subscription.filter().isShared()) {
                plain++;
                granted = Math.max(granted, subscription.granted());
            }
            ownExcluded &= subscription.options().noLocal();
            retainMayBeLive |= subscription.options().retainAsPublished();
            askedRow = Math.min(askedRow, subscription.askedRow());
            askedNanos = Math.max(askedNanos, subscription.askedNanos());
            settled &= subscription.isSettled();
            settledRow = Math.max(settledRow, subscription.grantedRow());
        }
        skippedCount = 0;
    }

    List<Subscription> matching() {
        return matching;
    }

    /** Matching subscriptions that are not shared. */
    int plain() {
        return plain;
    }

    /** Whether its own messages must not come back (No Local on all). */
    boolean isOwnExcluded() {
        return ownExcluded;
    }

    /** Whether RETAIN 1 may just be the publisher's flag (Retain As Published on one of them, or nothing is known). */
    boolean mayRetainBeLive() {
        return retainMayBeLive;
    }

    /** Row of the first SUBSCRIBE that is in force; above all rows where none is known. */
    int askedRow() {
        return askedRow;
    }

    /** Time of the last SUBSCRIBE that is in force. */
    long askedNanos() {
        return askedNanos;
    }

    /** Whether all are granted as they were last asked for. */
    boolean isSettled() {
        return settled;
    }

    /** Row of the last SUBACK. */
    int settledRow() {
        return settledRow;
    }

    /** The highest QoS that is granted by a subscription that is not shared. */
    int granted() {
        return granted;
    }

    // ------------------------------------------------------------------ what was left out

    /** On another link than before nothing is held against the broker that was left out on the one before. */
    void on(int link) {
        if (this.link != link) {
            this.link = link;
            skippedCount = 0;
        }
    }

    void skip(int message, long nowNanos) {
        if (skippedCount == MOST_SKIPPED) {
            return;
        }
        if (skippedCount == skipped.length) {
            skipped = Arrays.copyOf(skipped, Math.max(4, skipped.length * 2));
            skippedNanos = Arrays.copyOf(skippedNanos, skipped.length);
        }
        skipped[skippedCount] = message;
        skippedNanos[skippedCount++] = nowNanos;
    }

    /** It has come after all: whether it had been left out. */
    boolean takeSkipped(int message) {
        for (int i = 0; i < skippedCount; i++) {
            if (skipped[i] == message) {
                remove(i);
                return true;
            }
        }
        return false;
    }

    /** A message that was left out before {@code nanos} and never came; it is not asked for again. */
    int takeLost(long nanos) {
        if (skippedCount == 0 || skippedNanos[0] > nanos) {
            return MessageWindow.NONE;
        }
        int lost = skipped[0];
        remove(0);
        return lost;
    }

    private void remove(int at) {
        System.arraycopy(skipped, at + 1, skipped, at, skippedCount - at - 1);
        System.arraycopy(skippedNanos, at + 1, skippedNanos, at, skippedCount - at - 1);
        skippedCount--;
    }
}
