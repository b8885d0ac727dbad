package dev.fourshake.app.tap.tls;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.net.Reason;
import dev.fourshake.model.text.Message;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** TLS on the two sides of a tap. May be used by any thread. */
public final class TapTls {

    private static final long HANDSHAKE_SECONDS = 30;

    private final DeviceTls deviceTls;
    private final HostPort broker;
    private final Shown device;
    private final boolean brokerSpeaksTls;
    private final Optional<BrokerTrust> trust;

    /**
     * What devices get to see.
     *
     * @param context null where they speak plain TCP
     * @param warning why they may not accept it
     */
    private record Shown(SslContext context, Optional<Message> warning) {
    }

    /**
     * Reads the certificates that are named, or makes those that are asked for.
     *
     * @param listenHost where devices connect: what a certificate of our own is for
     * @param broker     whom the certificate of the broker must name
     * @param grants     devices whose links may go to a broker that {@code brokerTls} would refuse
     */
    public TapTls(DeviceTls deviceTls, String listenHost, BrokerTls brokerTls, HostPort broker, List<TrustGrant> grants)
            throws TlsException {
        this.deviceTls = deviceTls;
        this.broker = broker;
        device = shown(deviceTls, listenHost);
        brokerSpeaksTls = brokerTls.isOn();
        trust = brokerTrust(brokerTls, broker, grants);
    }

    private static Shown shown(DeviceTls tls, String listenHost) throws TlsException {
        return switch (tls) {
            case DeviceTls.None _ -> new Shown(null, Optional.empty());
            case DeviceTls.Own(Path directory) -> {
                try {
                    OwnAuthority.Issued issued = OwnAuthority.in(directory).issue(listenHost);
                    yield new Shown(SslContextBuilder.forServer(issued.key(), issued.chain()).build(),
                            Optional.empty());
                } catch (IOException | GeneralSecurityException e) {
                    throw unusable("tls.own", directory, e);
                }
            }
            case DeviceTls.Pem(Path certificate, Path key) -> {
                PemIdentity identity = PemIdentity.read(certificate, key);
                try {
                    yield new Shown(SslContextBuilder.forServer(identity.key(), identity.chain()).build(),
                            identity.outdated(certificate, Instant.now()));
                } catch (SSLException | IllegalArgumentException e) {
                    throw unusable("tls.pem", certificate, e);
                }
            }
        };
    }

    private static Optional<BrokerTrust> brokerTrust(BrokerTls tls, HostPort broker, List<TrustGrant> grants)
            throws TlsException {
        try {
            if (tls instanceof BrokerTls.PemTrust(Path authorities)) {
                PemIdentity.requireReadable(authorities);
            }
            return BrokerTrust.of(tls, broker, grants);
        } catch (GeneralSecurityException e) {
            throw tls instanceof BrokerTls.PemTrust(Path authorities)
                    ? unusable("tls.authorities", authorities, e) : noTls(e);
        }
    }

    /** One context for each link: a session that was agreed for one device must not be resumed for another. */
    private SslContext brokerContext(int link, String deviceHost) throws SSLException {
        SslContextBuilder builder = SslContextBuilder.forClient();
        if (trust.isPresent()) {
            builder.trustManager(trust.get().ofLink(link, deviceHost));
        } else {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm(null);
        }
        return builder.build();
    }

    private static TlsException noTls(Exception cause) {
        return new TlsException(Message.of(TapTls.class, "tls.none", Reason.of(cause)), cause);
    }

    private static TlsException unusable(String key, Path file, Exception cause) {
        return new TlsException(Message.of(TapTls.class, key, file.toString(), Reason.of(cause)), cause);
    }

    /** To be called before anything else is put into the channel's pipeline. */
    public void protectDevice(Channel channel) {
        if (device.context() != null) {
            protect(channel, device.context().newHandler(channel.alloc()));
        }
    }

    /** As {@link #protectDevice}, for a link to the broker that was made for the device at {@code deviceHost}. */
    public void protectBroker(Channel channel, int link, String deviceHost) throws SSLException {
        if (brokerSpeaksTls) {
            protect(channel, brokerContext(link, deviceHost).newHandler(channel.alloc(), broker.host(), broker.port()));
        }
    }

    private static void protect(Channel channel, SslHandler handler) {
        handler.setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
        channel.pipeline().addLast(handler);
    }

    // ------------------------------------------------------------------ what went wrong

    /** Why devices may not accept the certificate that the tap shows them; to be said before the first one comes. */
    public Optional<Message> warning() {
        return device.warning();
    }

    /** @param device its address, as the user is to see it */
    public TlsProblem deviceProblem(String device, Throwable cause) {
        return TlsProblem.ofDevice(device, deviceTls, cause);
    }

    public TlsProblem brokerProblem(Throwable cause) {
        return TlsProblem.ofBroker(broker, cause);
    }

    // ------------------------------------------------------------------ whom to trust

    /** Certificates of the broker that were refused, the latest of each device. */
    public Collection<RefusedCertificate> refused() {
        return trust.map(BrokerTrust::refused).orElse(List.of());
    }

    /** From now on this holds as well. */
    public void grant(TrustGrant grant) {
        trust.ifPresent(judge -> judge.grant(grant));
    }

    /** Whether the broker's certificate was not verified for this running link, though it is encrypted. */
    public boolean isUnverified(int link) {
        return brokerSpeaksTls && trust.map(judge -> judge.isUnverified(link)).orElse(true);
    }

    /** The link is over. */
    public void ended(int link) {
        trust.ifPresent(judge -> judge.ended(link));
    }
}
