package dev.fourshake.model.delivery;

import java.util.Arrays;

/**
 * The last messages that brokers took over, numbered in the order in which they came. Each is chained to the one before
 * and after it of the same broker and topic. What is older than the window is forgotten, so that messages that nobody
 * gets cost nothing in the long run. Writer's thread only.
 *
 * <p>What is known of a message stands together, in a few words of one array: whoever follows a chain looks at messages
 * that are far from each other, and at most of what is known of each. The chains stand apart: a new message is hung
 * behind one of which nothing else is asked.
 */
final class MessageWindow {

    static final int NONE = -1;
    static final long NO_EXPIRY = -1;

    /** So many messages at most. */
    private static final int SIZE = 1 << 17;
    private static final int SMALL = 1 << 8;

    // the words of a message; two numbers share one
    private static final int CONTENT = 0;
    private static final int PROPERTIES = 1;
    private static final int TIME = 2;
    private static final int EXPIRY = 3;
    private static final int EXCHANGE_AND_SESSION = 4;
    private static final int ROW_AND_FLAGS = 5;
    private static final int WORDS = 6;

    private static final int QOS = 3;
    private static final int RETAIN = 4;
    private static final int MQTT_5 = 8;
    private static final int REPEATED = 16;
    private static final int MEDDLED = 32;

    private long[] words = new long[SMALL * WORDS];
    private int[] previous = new int[SMALL];
    private int[] next = new int[SMALL];
    private int places = SMALL;
    private int count;

    /**
     * A message has come to its broker; its number. The rest of it is told by {@link #describe}, which has to follow.
     *
     * @param before the last one of the topic so far, or {@link #NONE}
     */
    int add(int exchange, int session, int row, int before) {
        if (count == places && count < SIZE) {
            places *= 2;
            words = Arrays.copyOf(words, places * WORDS);
            previous = Arrays.copyOf(previous, places);
            next = Arrays.copyOf(next, places);
        }
        int number = count++;
        int at = at(number);
        words[at + EXCHANGE_AND_SESSION] = pair(exchange, session);
        words[at + ROW_AND_FLAGS] = pair(row, 0);
        previous[place(number)] = before;
        next[place(number)] = NONE;
        if (isKnown(before)) {
            next[place(before)] = number;
        }
        return number;
    }

    /**
     * What the message with this number is, which has just been added.
     *
     * @param content    fingerprint of its payload
     * @param properties of the {@link Forwarded} ones
     */
    void describe(int number, long content, long properties, int qos, boolean retain, boolean isMqtt5,
                  long expirySeconds, long timeNanos) {
        int at = at(number);
        words[at + CONTENT] = content;
        words[at + PROPERTIES] = properties;
        words[at + TIME] = timeNanos;
        words[at + EXPIRY] = expirySeconds;
        words[at + ROW_AND_FLAGS] |= qos | (retain ? RETAIN : 0) | (isMqtt5 ? MQTT_5 : 0);
    }

    private static long pair(int upper, int lower) {
        return (long) upper << Integer.SIZE | lower & 0xFFFF_FFFFL;
    }

    private static int upper(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    private static int lower(long pair) {
        return (int) pair;
    }

    private int place(int number) {
        return number & places - 1;
    }

    private int at(int number) {
        return place(number) * WORDS;
    }

    /** Whether the message is in the window still. */
    boolean isKnown(int number) {
        return number >= 0 && number >= count - places;
    }

    /** How many there were. */
    int count() {
        return count;
    }

    long content(int number) {
        return words[at(number) + CONTENT];
    }

    long properties(int number) {
        return words[at(number) + PROPERTIES];
    }

    /** When it got to the broker. */
    long timeNanos(int number) {
        return words[at(number) + TIME];
    }

    /** Message Expiry Interval, {@link #NO_EXPIRY} for none. */
    long expirySeconds(int number) {
        return words[at(number) + EXPIRY];
    }

    int exchange(int number) {
        return upper(words[at(number) + EXCHANGE_AND_SESSION]);
    }

    int session(int number) {
        return lower(words[at(number) + EXCHANGE_AND_SESSION]);
    }

    /** At which it got to the broker. */
    int row(int number) {
        return upper(words[at(number) + ROW_AND_FLAGS]);
    }

    /** The one before of the same topic, or {@link #NONE}. */
    int previous(int number) {
        int before = previous[place(number)];
        return isKnown(before) ? before : NONE;
    }

    /** The one after of the same topic, or {@link #NONE}. */
    int next(int number) {
        return next[place(number)];
    }

    private int flags(int number) {
        return lower(words[at(number) + ROW_AND_FLAGS]);
    }

    int qos(int number) {
        return flags(number) & QOS;
    }

    boolean retain(int number) {
        return (flags(number) & RETAIN) != 0;
    }

    boolean isMqtt5(int number) {
        return (flags(number) & MQTT_5) != 0;
    }

    /** Its publisher has sent it more than once. */
    void repeat(int number) {
        words[at(number) + ROW_AND_FLAGS] |= REPEATED;
    }

    boolean isRepeated(int number) {
        return (flags(number) & REPEATED) != 0;
    }

    /** The tap has sent a copy of it. */
    void meddle(int number) {
        words[at(number) + ROW_AND_FLAGS] |= MEDDLED;
    }

    boolean isMeddled(int number) {
        return (flags(number) & MEDDLED) != 0;
    }
}
