package dev.fourshake.app.client;

import dev.fourshake.model.packet.Connack;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * The socket of one connection, made here and not by Paho: so that it can be cut, that a failure is known for what it
 * is, that any host name serves, and that CONNACK is seen as it was on the wire. It has no read timeout; Paho's own
 * socket has one of a second, and loses its place in the stream when a frame pauses after its first byte.
 */
final class ClientSocket {

    /** Told on Paho's threads of two moments at which Paho's mind can be changed. */
    interface Watcher {

        /** Paho has its options, and nothing has failed yet. */
        void opening();

        /** CONNACK is here, and Paho does not have it yet. */
        void connack(Connack connack);
    }

    private final BrokerAddress address;
    private final Duration timeout;
    private final Socket socket = new Socket();
    private final Watcher watcher;
    private final ConnackWatch connack;
    /**
     * Nothing is read before CONNECT was written: there is nothing to read, and a connection that is closed at once
     * would end Paho's receiver while its starter still waits to see it run, for ever.
     */
    private final CountDownLatch connectWritten = new CountDownLatch(1);

    private volatile boolean aborted;
    private volatile Exception openFailure;
    private volatile IOException writeFailure;
    private InputStream input;
    private OutputStream output;

    ClientSocket(ConnectOptions options, Watcher watcher) {
        this.address = options.address();
        this.timeout = options.timeout();
        this.watcher = watcher;
        this.connack = new ConnackWatch(options.version(), watcher::connack);
    }

    BrokerAddress address() {
        return address;
    }

    /** Connects, with TLS if so asked. What goes wrong is kept for {@link #openFailure()}. */
    void open() throws IOException {
        watcher.opening();
        try {
            var target = new InetSocketAddress(address.host(), address.port());
            if (target.isUnresolved()) {
                throw new UnknownHostException(address.host());
            }
            socket.setTcpNoDelay(true);
            socket.connect(target, Math.toIntExact(timeout.toMillis()));
            Socket spoken = address.tls().isPresent() ? encrypted(address.tls().get()) : socket;
            input = new Input(spoken.getInputStream());
            output = new Output(spoken.getOutputStream());
        } catch (IOException e) {
            openFailure = e;
            throw e;
        } catch (GeneralSecurityException e) {
            openFailure = e;
            throw new IOException(e);
        }
    }

    private SSLSocket encrypted(TrustSetting trust) throws IOException, GeneralSecurityException {
        var encrypted = (SSLSocket) TlsTrust.context(trust).getSocketFactory()
                .createSocket(socket, address.host(), address.port(), true);
        if (!(trust instanceof TrustSetting.TrustAnything)) {
            SSLParameters parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            encrypted.setSSLParameters(parameters);
        }
        socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
        encrypted.startHandshake();
        socket.setSoTimeout(0);
        return encrypted;
    }

    InputStream input() {
        return input;
    }

    OutputStream output() {
        return output;
    }

    /** Why {@link #open()} failed; empty if it did not, or has not been called. */
    Optional<Exception> openFailure() {
        return Optional.ofNullable(openFailure);
    }

    /** The CONNACK, once it has been read. */
    Optional<Connack> connack() {
        return connack.seen();
    }

    boolean isAborted() {
        return aborted;
    }

    /** Closes the TCP connection without a word, whatever state it is in; also one that is being opened. */
    void abort() {
        aborted = true;
        closeSocket();
    }

    void close() {
        connectWritten.countDown();
        closeSocket();
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    private final class Input extends FilterInputStream {

        private Input(InputStream in) {
            super(new BufferedInputStream(in));
        }

        @Override
        public int read() throws IOException {
            awaitConnect();
            int value = failingAsWritten(in::read);
            if (value >= 0) {
                connack.read(new byte[]{(byte) value}, 0, 1);
            }
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            awaitConnect();
            int count = failingAsWritten(() -> in.read(target, offset, length));
            if (count > 0) {
                connack.read(target, offset, count);
            }
            return count;
        }

        /** Fails like a read where the connection was reset, and Paho asks it first. */
        @Override
        public int available() throws IOException {
            awaitConnect();
            return failingAsWritten(in::available);
        }

        private int failingAsWritten(Reading reading) throws IOException {
            try {
                return reading.read();
            } catch (IOException e) {
                throw writeFailure == null ? e : writeFailure;
            }
        }

        private void awaitConnect() throws IOException {
            try {
                connectWritten.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    private interface Reading {

        int read() throws IOException;
    }

    /**
     * A failure to write ends the connection, but is told to Paho's receiver only: told by both, Paho may end with the
     * second one the connection that was made after the first.
     */
    private final class Output extends FilterOutputStream {

        private Output(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            try {
                out.write(source, offset, length);
            } catch (IOException e) {
                writeFailure = e;
                closeSocket();
            } finally {
                connectWritten.countDown();
            }
        }
    }
}
