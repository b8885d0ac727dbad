package dev.fourshake.model.packet;

/** Quality of Service (MQTT 5.0 section 4.3). The value 3 is forbidden and so is none of these. */
public enum Qos {
    /** At most once. */
    AT_MOST_ONCE,
    /** At least once. */
    AT_LEAST_ONCE,
    /** Exactly once. */
    EXACTLY_ONCE;

    private static final Qos[] BY_LEVEL = values();

    /** 0, 1 or 2. */
    public int level() {
        return ordinal();
    }

    /** @throws ArrayIndexOutOfBoundsException for anything but 0, 1 and 2 */
    public static Qos ofLevel(int level) {
        return BY_LEVEL[level];
    }
}
