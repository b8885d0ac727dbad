package dev.fourshake.app.importing;

/** Counts the connections that are not told as links, or not read, so that none is lost in silence. */
final class ImportSummary {

    /** What a connection was that is no link. */
    enum Protocol { TLS, HTTP, OTHER }

    private final long[] connections = new long[Protocol.values().length];
    private final long[] bytes = new long[Protocol.values().length];
    private long compressed;

    void connection(Protocol protocol) {
        connections[protocol.ordinal()]++;
    }

    /** A WebSocket that cannot be read on, as its frames are compressed. */
    void compressed() {
        compressed++;
    }

    long compressedWebSockets() {
        return compressed;
    }

    void bytes(Protocol protocol, long count) {
        bytes[protocol.ordinal()] += count;
    }

    long connections(Protocol protocol) {
        return connections[protocol.ordinal()];
    }

    long bytes(Protocol protocol) {
        return bytes[protocol.ordinal()];
    }
}
