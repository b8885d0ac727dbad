package dev.fourshake.app.client;

import java.nio.file.Path;

/** Which broker certificates a client takes over TLS. */
public sealed interface TrustSetting {

    /** What the operating system or the Java run-time trusts, issued for the host that was asked for. */
    record SystemTrust() implements TrustSetting {
    }

    /**
     * The certificates in a PEM file and what they have signed, issued for the host that was asked for: a company's
     * own authority, a broker's self-signed certificate, or the tap's.
     */
    record PemFile(Path file) implements TrustSetting {
    }

    /** Any certificate of anybody. Only ever by the user's own word. */
    record TrustAnything() implements TrustSetting {
    }
}
