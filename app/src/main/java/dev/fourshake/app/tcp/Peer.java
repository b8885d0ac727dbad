package dev.fourshake.app.tcp;

/** The two ends of a connection. */
public enum Peer {
    /** Who has sent the SYN; the sender of the first packet where no SYN was seen. */
    FIRST,
    SECOND;

    public Peer other() {
        return this == FIRST ? SECOND : FIRST;
    }
}
