package dev.fourshake.model.delivery;

import java.util.Arrays;

/**
 * The last messages that brokers took over, in columns, numbered in the order in which they came. Each is chained to
 * the one before and after it of the same broker and topic. What is older than the window is forgotten, so that
 * messages that nobody gets cost nothing in the long run.
 */
final class MessageWindow {

    static final int NONE = -1;
    static final long NO_EXPIRY = -1;

    /** So many messages at most. */
    private static final int SIZE = 1 << 17;
    private static final int SMALL = 1 << 8;

    private static final byte QOS = 3;
    private static final byte RETAIN = 4;
    private static final byte MQTT_5 = 8;
    private static final byte REPEATED = 16;
    private static final byte MEDDLED = 32;

    private long[] content = new long[SMALL];
    private long[] timeNanos = new long[SMALL];
    private long[] expiry = new long[SMALL];
    private long[] properties = new long[SMALL];
    private int[] exchange = new int[SMALL];
    private int[] session = new int[SMALL];
    private int[] row = new int[SMALL];
    private int[] previous = new int[SMALL];
    private int[] next = new int[SMALL];
    private byte[] flags = new byte[SMALL];
    private int count;

    /** A message has come; its number. {@code before} is the last one of the topic so far, or {@link #NONE}. */
    int add(Arrived message, int exchange, int session, int before) {
        if (count == content.length && count < SIZE) {
            grow(count * 2);
        }
        int number = count++;
        int at = at(number);
        content[at] = message.content();
        properties[at] = message.properties();
        timeNanos[at] = message.timeNanos();
        expiry[at] = message.expirySeconds();
        this.exchange[at] = exchange;
        this.session[at] = session;
        row[at] = message.row();
        flags[at] = (byte) (message.qos() | (message.retain() ? RETAIN : 0) | (message.isMqtt5() ? MQTT_5 : 0));
        next[at] = NONE;
        previous[at] = before;
        if (isKnown(before)) {
            next[at(before)] = number;
        }
        return number;
    }

    /** A message as it got to its broker. {@code properties} are the {@link Forwarded} ones. */
    record Arrived(long content, long properties, int qos, boolean retain, boolean isMqtt5, long expirySeconds, int row,
                   long timeNanos) {
    }

    private void grow(int size) {
        content = Arrays.copyOf(content, size);
        timeNanos = Arrays.copyOf(timeNanos, size);
        expiry = Arrays.copyOf(expiry, size);
        properties = Arrays.copyOf(properties, size);
        exchange = Arrays.copyOf(exchange, size);
        session = Arrays.copyOf(session, size);
        row = Arrays.copyOf(row, size);
        previous = Arrays.copyOf(previous, size);
        next = Arrays.copyOf(next, size);
        flags = Arrays.copyOf(flags, size);
    }

    private int at(int number) {
        return number & content.length - 1;
    }

    /** Whether the message is in the window still. */
    boolean isKnown(int number) {
        return number >= 0 && number >= count - content.length;
    }

    /** How many there were. */
    int count() {
        return count;
    }

    long content(int number) {
        return content[at(number)];
    }

    long properties(int number) {
        return properties[at(number)];
    }

    /** When it got to the broker. */
    long timeNanos(int number) {
        return timeNanos[at(number)];
    }

    /** Message Expiry Interval, {@link #NO_EXPIRY} for none. */
    long expirySeconds(int number) {
        return expiry[at(number)];
    }

    int exchange(int number) {
        return exchange[at(number)];
    }

    int session(int number) {
        return session[at(number)];
    }

    /** At which it got to the broker. */
    int row(int number) {
        return row[at(number)];
    }

    /** The one before of the same topic, or {@link #NONE}. */
    int previous(int number) {
        int before = previous[at(number)];
        return isKnown(before) ? before : NONE;
    }

    /** The one after of the same topic, or {@link #NONE}. */
    int next(int number) {
        return next[at(number)];
    }

    int qos(int number) {
        return flags[at(number)] & QOS;
    }

    boolean retain(int number) {
        return (flags[at(number)] & RETAIN) != 0;
    }

    boolean isMqtt5(int number) {
        return (flags[at(number)] & MQTT_5) != 0;
    }

    /** Its publisher has sent it more than once. */
    void repeat(int number) {
        flags[at(number)] |= REPEATED;
    }

    boolean isRepeated(int number) {
        return (flags[at(number)] & REPEATED) != 0;
    }

    /** The tap has sent a copy of it. */
    void meddle(int number) {
        flags[at(number)] |= MEDDLED;
    }

    boolean isMeddled(int number) {
        return (flags[at(number)] & MEDDLED) != 0;
    }
}
