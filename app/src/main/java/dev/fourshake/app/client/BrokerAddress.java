package dev.fourshake.app.client;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a client connects to.
 *
 * @param host a name or an address of IPv4 or IPv6 (without brackets)
 * @param tls  how the broker's certificate is judged; empty for plain TCP
 */
public record BrokerAddress(String host, int port, Optional<TrustSetting> tls) {

    /** @throws IllegalArgumentException if the host is empty or the port is none */
    public BrokerAddress {
        Objects.requireNonNull(tls);
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException(host + ":" + port);
        }
    }

    public static BrokerAddress tcp(String host, int port) {
        return new BrokerAddress(host, port, Optional.empty());
    }

    public static BrokerAddress tls(String host, int port, TrustSetting trust) {
        return new BrokerAddress(host, port, Optional.of(trust));
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
