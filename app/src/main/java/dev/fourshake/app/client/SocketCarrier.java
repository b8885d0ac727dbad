package dev.fourshake.app.client;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Takes a {@link ClientSocket} through Paho's options, which have a place for a socket factory. */
final class SocketCarrier extends SocketFactory {

    /** The scheme of a URI for which Paho asks {@link PahoSocket}. */
    static final String SCHEME = "fourshake";
    /** The same for every connection: the address is in the socket. */
    static final String URI = SCHEME + "://client";

    private final ClientSocket socket;

    SocketCarrier(ClientSocket socket) {
        this.socket = socket;
    }

    static ClientSocket socketOf(SocketFactory factory) {
        return ((SocketCarrier) factory).socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
