package dev.fourshake.app.tap.tls;

import java.nio.file.Path;

/**
 * Whether the tap speaks TLS with the broker, and how it makes sure that it is the broker. It holds for all links of a
 * tap, save those whose device was granted an exception: see {@link TrustGrant}.
 */
public sealed interface BrokerTls {

    /** Plain TCP. */
    record None() implements BrokerTls {
    }

    /** The certificate must be signed by an authority that Java trusts, and must be for the broker's host. */
    record SystemTrust() implements BrokerTls {
    }

    /**
     * The certificate must be signed by one of these authorities, and must be for the broker's host.
     *
     * @param authorities PEM
     */
    record PemTrust(Path authorities) implements BrokerTls {
    }

    /** Any certificate will do: somebody between the tap and the broker could read and change everything. */
    record Unverified() implements BrokerTls {
    }

    default boolean isOn() {
        return !(this instanceof None);
    }
}
