package dev.fourshake.model.delivery;

import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.topic.TopicFilter;

/**
 * A subscription as its client asked for it and its broker granted it. A SUBSCRIBE with the same Topic Filter replaces
 * it (MQTT 5.0 section 3.8.4); what was before is remembered as far as messages may still be underway because of it.
 * Writer's thread only.
 */
public final class Subscription {

    /** Not so far. */
    static final int NEVER = -1;

    private final TopicFilter filter;
    private TopicSubscription options;
    private long identifier;
    private int askedRow = NEVER;
    private long askedNanos;
    private int grantedRow = NEVER;
    private int granted = NEVER;
    private int mostGranted = NEVER;
    private long beganNanos;
    private int beganLink = NEVER;
    private int endedRow = NEVER;
    private long endedNanos;
    private boolean ending;
    private boolean active;

    Subscription(TopicFilter filter) {
        this.filter = filter;
    }

    void ask(TopicSubscription asked, long identifier, int row, long timeNanos, int link) {
        if (!active) {
            beganNanos = timeNanos;
            beganLink = link;
        }
        options = asked;
        this.identifier = identifier;
        askedRow = row;
        askedNanos = timeNanos;
        grantedRow = NEVER;
        ending = false;
        endedRow = NEVER;
        active = true;
    }

    void grant(int qos, int row) {
        granted = qos;
        mostGranted = Math.max(mostGranted, qos);
        grantedRow = row;
    }

    void refuse() {
        active = granted != NEVER;
        grantedRow = NEVER;
    }

    void ending() {
        ending = true;
    }

    void end(int row, long timeNanos) {
        endedNanos = timeNanos;
        active = false;
        granted = NEVER;
        mostGranted = NEVER;
        endedRow = row;
    }

    public TopicFilter filter() {
        return filter;
    }

    /** As last asked for. */
    public TopicSubscription options() {
        return options;
    }

    /** Subscription Identifier, 0 for none. */
    public long identifier() {
        return identifier;
    }

    /** Row of the last SUBSCRIBE. */
    public int askedRow() {
        return askedRow;
    }

    /** Time of the last SUBSCRIBE. */
    public long askedNanos() {
        return askedNanos;
    }

    /** Row of the SUBACK that granted it as it is now; below 0 where there is none. */
    public int grantedRow() {
        return grantedRow;
    }

    /** QoS that was granted last; below 0 before. */
    public int granted() {
        return granted;
    }

    /** The highest QoS at which it was ever granted, for messages that are underway still. */
    public int mostGranted() {
        return mostGranted;
    }

    /** Time of the SUBSCRIBE that made it a new subscription. */
    public long beganNanos() {
        return beganNanos;
    }

    /** Link of the SUBSCRIBE that made it a new subscription. */
    public int beganLink() {
        return beganLink;
    }

    /** Row of the UNSUBACK that ended it; below 0 where it goes on. */
    public int endedRow() {
        return endedRow;
    }

    /** Time of that UNSUBACK. */
    public long endedNanos() {
        return endedNanos;
    }

    /** Whether it was asked for and neither refused nor ended. */
    public boolean isActive() {
        return active;
    }

    /** Whether it is granted as it was last asked for, and no UNSUBSCRIBE is underway. */
    boolean isSettled() {
        return active && grantedRow != NEVER && !ending;
    }
}
