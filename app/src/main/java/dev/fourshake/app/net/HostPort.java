package dev.fourshake.app.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** A host, by name or address, and a TCP port (0 to 65535). */
public record HostPort(String host, int port) {

    public static final String LOOPBACK = "127.0.0.1";
    private static final int MAX_PORT = 0xFFFF;

    public HostPort {
        if (host.isBlank() || port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(host + ":" + port);
        }
    }

    /** Port on 127.0.0.1. */
    public static HostPort loopback(int port) {
        return new HostPort(LOOPBACK, port);
    }

    /**
     * {@code HOST:PORT}, {@code [IPV6]:PORT} or {@code PORT}, which is on 127.0.0.1.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? LOOPBACK : text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.indexOf(':') >= 0) {
            throw new IllegalArgumentException(text);
        }
        return new HostPort(host, Integer.parseInt(text.substring(colon + 1)));
    }

    public static HostPort of(InetSocketAddress address) {
        String host = address.getAddress() == null ? address.getHostString()
                : AddressText.of(address.getAddress());
        return new HostPort(host, address.getPort());
    }

    /**
     * Whether who connects to the other address comes to one who listens at this one. No name is looked up but
     * localhost, which is 127.0.0.1 here, and no address of a network interface is known.
     */
    public boolean hears(HostPort other) {
        if (port != other.port) {
            return false;
        }
        Optional<InetAddress> here = address();
        Optional<InetAddress> there = other.address();
        if (here.isEmpty() || there.isEmpty()) {
            return host.equalsIgnoreCase(other.host);
        }
        // All addresses of this machine: to connect there is to connect to a loopback address.
        return here.get().isAnyLocalAddress() ? there.get().isLoopbackAddress() || there.get().isAnyLocalAddress()
                : there.get().isAnyLocalAddress() ? here.get().isLoopbackAddress() : here.equals(there);
    }

    /** Empty for a name. */
    private Optional<InetAddress> address() {
        try {
            return Optional.of(InetAddress.ofLiteral(host.equalsIgnoreCase("localhost") ? LOOPBACK : host));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
