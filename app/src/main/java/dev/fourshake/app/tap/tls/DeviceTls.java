package dev.fourshake.app.tap.tls;

import java.nio.file.Path;

/** Whether devices speak TLS with the tap, and with which certificate the tap shows itself to them. */
public sealed interface DeviceTls {

    /** Plain TCP. */
    record None() implements DeviceTls {
    }

    /**
     * A certificate of an authority of our own, which devices have to trust: see {@link OwnAuthority}.
     *
     * @param directory where the authority is kept; it is made on first use
     */
    record Own(Path directory) implements DeviceTls {
    }

    /**
     * The user's.
     *
     * @param certificate PEM, with the chain behind it
     * @param key         PEM, not encrypted
     */
    record Pem(Path certificate, Path key) implements DeviceTls {
    }

    default boolean isOn() {
        return !(this instanceof None);
    }
}
