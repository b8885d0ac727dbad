package dev.fourshake.app.tap;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.net.Reason;
import dev.fourshake.app.tap.TapException.Kind;
import dev.fourshake.model.text.Message;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** TLS on the two sides of a tap. */
final class TapTls {

    private static final long HANDSHAKE_SECONDS = 30;

    private final HostPort brokerAddress;
    /** Null where devices speak plain TCP. */
    private final SslContext device;
    private final boolean brokerSpeaksTls;
    private final Optional<BrokerTrust> trust;

    /** Reads the certificates that the options name, or makes those that they ask for. */
    TapTls(TapOptions options) throws TapException {
        brokerAddress = options.broker();
        device = deviceContext(options);
        brokerSpeaksTls = options.brokerTls().isOn();
        trust = brokerTrust(options);
    }

    private static SslContext deviceContext(TapOptions options) throws TapException {
        return switch (options.deviceTls()) {
            case DeviceTls.None _ -> null;
            case DeviceTls.Own(Path directory) -> {
                try {
                    OwnAuthority.Issued issued = OwnAuthority.in(directory).issue(options.listen().host());
                    yield SslContextBuilder.forServer(issued.key(), issued.chain()).build();
                } catch (IOException | GeneralSecurityException e) {
                    throw unusable("tls.own", directory, e);
                }
            }
            case DeviceTls.Pem(Path certificate, Path key) -> {
                try {
                    yield SslContextBuilder.forServer(readable(certificate), readable(key)).build();
                } catch (SSLException | IllegalArgumentException e) {
                    throw unusable("tls.pem", certificate, e);
                }
            }
        };
    }

    private static Optional<BrokerTrust> brokerTrust(TapOptions options) throws TapException {
        try {
            if (options.brokerTls() instanceof BrokerTls.PemTrust(Path authorities)) {
                readable(authorities);
            }
            return BrokerTrust.of(options);
        } catch (GeneralSecurityException e) {
            throw options.brokerTls() instanceof BrokerTls.PemTrust(Path authorities)
                    ? unusable("tls.authorities", authorities, e) : noTls(e);
        }
    }

    /** One context for each link: a session that was agreed for one device must not be resumed for another. */
    private SslContext brokerContext(TapLink link) throws SSLException {
        SslContextBuilder builder = SslContextBuilder.forClient();
        if (trust.isPresent()) {
            builder.trustManager(trust.get().ofLink(link.number(), link.deviceHost()));
        } else {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm(null);
        }
        return builder.build();
    }

    private static TapException noTls(Exception cause) {
        return new TapException(Kind.CERTIFICATE, Message.of(TapTls.class, "tls.none", Reason.of(cause)),
                cause);
    }

    private static File readable(Path file) throws TapException {
        if (!Files.isReadable(file)) {
            throw unusable("tls.unreadable", file, null);
        }
        return file.toFile();
    }

    private static TapException unusable(String key, Path file, Exception cause) {
        String reason = cause == null ? "" : Reason.of(cause);
        return new TapException(Kind.CERTIFICATE, Message.of(TapTls.class, key, file.toString(), reason), cause);
    }

    void protectDevice(Channel channel) {
        if (device != null) {
            protect(channel, device.newHandler(channel.alloc()));
        }
    }

    void protectBroker(Channel channel, TapLink link) throws SSLException {
        if (brokerSpeaksTls) {
            protect(channel, brokerContext(link).newHandler(channel.alloc(), brokerAddress.host(),
                    brokerAddress.port()));
        }
    }

    /** Who judges the broker's certificate; empty where nobody looks at it. */
    Optional<BrokerTrust> trust() {
        return trust;
    }

    private static void protect(Channel channel, SslHandler handler) {
        handler.setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
        channel.pipeline().addLast(handler);
    }
}
