package dev.fourshake.model.wire;

/** The way a frame travels. MQTT calls the two ends of a connection Client and Server; the Server is the broker. */
public enum Direction {
    CLIENT_TO_SERVER("c2s"),
    SERVER_TO_CLIENT("s2c");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    /** The short name used in JSON and in filters: {@code c2s} or {@code s2c}. */
    public String code() {
        return code;
    }

    public Direction opposite() {
        return this == CLIENT_TO_SERVER ? SERVER_TO_CLIENT : CLIENT_TO_SERVER;
    }
}
