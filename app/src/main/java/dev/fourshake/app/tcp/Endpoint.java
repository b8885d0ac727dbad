package dev.fourshake.app.tcp;

import dev.fourshake.app.net.AddressText;
import dev.fourshake.app.net.HostPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * Address and port of one end of a connection.
 *
 * @param high the first eight bytes of an IPv6 address; 0 for IPv4
 * @param low  the last eight bytes; an IPv4 address stands in the last four, mapped as RFC 4291 section 2.5.5.2 says
 */
public record Endpoint(long high, long low, int port) {

    /** {@code HOST:PORT}; an IPv6 address in brackets. */
    @Override
    public String toString() {
        try {
            InetAddress address = InetAddress.getByAddress(
                    ByteBuffer.allocate(16).putLong(high).putLong(low).array());
            return new HostPort(AddressText.of(address), port).toString();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
