package dev.fourshake.app.tcp;

/**
 * Is told what one connection carries, in order. Times are those of the packet with which something became known, in
 * nanoseconds since 1970-01-01T00:00Z.
 */
public interface TcpConsumer {

    /** The next bytes of one direction. The array is never written a second time. */
    void data(Peer from, byte[] array, int offset, int length, long timeNanos);

    /**
     * Where one direction begins was not seen: bytes may be missing before all that is told of it. Told once, first.
     */
    void begunUnseen(Peer from, long timeNanos);

    /** The next bytes of one direction are not in the capture. */
    void gap(Peer from, long bytes, long timeNanos);

    /** One end has sent FIN, and all before it was told. */
    void finished(Peer from, long timeNanos);

    /**
     * One end has sent RST: nothing more comes.
     *
     * @param refused it was its only answer to the SYN
     */
    void reset(Peer from, boolean refused, long timeNanos);

    /** The ports of the connection, which had not ended, are used by a new one: nothing more comes. */
    void replaced(long timeNanos);

    /** The capture has ended before the connection did: nothing more comes. */
    void left(long timeNanos);
}
