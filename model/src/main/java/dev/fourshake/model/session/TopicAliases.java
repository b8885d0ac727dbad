package dev.fourshake.model.session;

import java.util.Arrays;

/**
 * What each Topic Alias of one direction of one connection stands for now (MQTT 5.0 section 3.3.2.3.4). Topics are
 * numbers of the trace's topics. Writer's thread only.
 */
public final class TopicAliases {

    /** Stands for nothing. */
    public static final int NONE = 0;

    private int[] topics = new int[0];

    /** The topic of {@code alias}, or {@link #NONE}. */
    public int get(int alias) {
        return alias < topics.length ? topics[alias] : NONE;
    }

    /** @param alias 1 to 65,535 */
    public void set(int alias, int topic) {
        if (alias >= topics.length) {
            topics = Arrays.copyOf(topics, Math.max(alias + 1, topics.length * 2));
        }
        topics[alias] = topic;
    }
}
