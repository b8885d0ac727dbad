package dev.fourshake.app.importing;

import dev.fourshake.app.tcp.Peer;
import dev.fourshake.model.wire.Bytes;

/** Reads both directions of a connection once it is known what they carry. */
interface StreamReader {

    void data(Peer from, Bytes chunk, long timeNanos);

    /** Where a direction begins was not seen; told before anything else of it. */
    default void begunUnseen(Peer from, long timeNanos) {
    }

    /** Bytes are missing. */
    void gap(Peer from, long bytes, long timeNanos);

    /** Nothing more comes in this direction. Told once. */
    void end(Peer from, long timeNanos);

    /** A short technical text on what was not told, for the end of the link; empty as a rule. */
    default String detail() {
        return "";
    }
}
