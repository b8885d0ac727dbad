package dev.fourshake.model.wire;

/**
 * One end of a link has closed, or the link could not be made. {@link Ending#HALF_CLOSED} leaves the other direction
 * open; every other ending is the link's last event.
 *
 * @param by     who ended it
 * @param detail a short technical reason ({@code Connection refused}), for the technical part of a message; may be
 *               empty
 */
public record LinkEnded(int link, long timeNanos, Party by, Ending how, String detail) implements WireEvent {

    /** Who did something on a link. */
    public enum Party { CLIENT, BROKER, TAP }

    /** How a link ends. */
    public enum Ending {
        /** TCP FIN in one direction; the other side may still send. */
        HALF_CLOSED,
        /** TCP FIN in both directions. */
        CLOSED,
        /** TCP RST. */
        RESET,
        /** The broker could not be reached. */
        UNREACHABLE,
        /** A TLS handshake failed, or a certificate was refused. */
        TLS_FAILED
    }

    /** Whether nothing more comes on this link. */
    public boolean isFinal() {
        return how != Ending.HALF_CLOSED;
    }
}
