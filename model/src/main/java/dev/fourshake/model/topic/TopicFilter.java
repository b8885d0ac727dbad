package dev.fourshake.model.topic;

import java.util.Optional;

/**
 * A Topic Filter, read once so that matching is cheap: {@link #matches} makes no object. Names are compared character
 * by character, as MQTT 5.0 section 4.7.3 demands: no case is folded and nothing is normalized.
 *
 * <p>Any text makes a filter. A wildcard that stands where none may stand ({@code a+}, {@code #/a}) stands for itself,
 * and so matches nothing that is a valid Topic Name.
 */
public final class TopicFilter {

    private static final String SHARE = "$share/";
    private static final String SINGLE_LEVEL = "+";
    private static final String MULTI_LEVEL = "#";
    private static final int NO_LEVEL = -1;

    private final String text;
    private final String shareName;
    private final String filter;
    private final String[] levels;
    private final boolean wildcard;
    private final boolean multiLevel;

    private TopicFilter(String text, String shareName, String filter) {
        this.text = text;
        this.shareName = shareName;
        this.filter = filter;
        this.levels = filter.split("/", -1);
        this.multiLevel = levels[levels.length - 1].equals(MULTI_LEVEL);
        boolean any = multiLevel;
        for (String level : levels) {
            any |= level.equals(SINGLE_LEVEL);
        }
        this.wildcard = any;
    }

    /** Reads a filter as a SUBSCRIBE has it. One that begins with {@code $share/NAME/} is a shared subscription. */
    public static TopicFilter of(String text) {
        int slash = text.startsWith(SHARE) ? text.indexOf('/', SHARE.length()) : -1;
        return slash <= SHARE.length() ? new TopicFilter(text, null, text)
                : new TopicFilter(text, text.substring(SHARE.length(), slash), text.substring(slash + 1));
    }

    /** The filter as it was written. */
    public String text() {
        return text;
    }

    /** The Share Name (MQTT 5.0 section 4.8.2); empty where the subscription is not shared. */
    public Optional<String> shareName() {
        return Optional.ofNullable(shareName);
    }

    public boolean isShared() {
        return shareName != null;
    }

    /**
     * Whether a message with this Topic Name is meant. A filter that begins with a wildcard does not match a name that
     * begins with {@code $} (MQTT-4.7.2-1); {@code a/#} matches {@code a} too (section 4.7.1.2).
     */
    public boolean matches(String topicName) {
        if (!wildcard) {
            return filter.equals(topicName);
        }
        if (topicName.isEmpty() || topicName.charAt(0) == '$' && isWildcard(levels[0])) {
            return false;
        }
        int at = 0;
        int named = multiLevel ? levels.length - 1 : levels.length;
        for (int i = 0; i < named; i++) {
            if (at == NO_LEVEL) {
                return false;
            }
            int slash = topicName.indexOf('/', at);
            int end = slash < 0 ? topicName.length() : slash;
            String level = levels[i];
            if (!level.equals(SINGLE_LEVEL)
                    && (level.length() != end - at || !topicName.startsWith(level, at))) {
                return false;
            }
            at = slash < 0 ? NO_LEVEL : slash + 1;
        }
        return multiLevel || at == NO_LEVEL;
    }

    private boolean isWildcard(String level) {
        return level.equals(SINGLE_LEVEL) || multiLevel && levels.length == 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TopicFilter that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
