package dev.fourshake.app.tap.tls;

import dev.fourshake.app.tap.Peer;
import dev.fourshake.app.tap.Rig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x509.GeneralName;

/** TLS of the JDK on the test's side of a tap: for the device, for the broker, or both. */
public final class TlsRig {

    public static final Duration YEAR = Duration.ofDays(365);
    private static final char[] NO_PASSWORD = {};

    private TlsRig() {
    }

    /** A broker's server socket whose certificate is for {@code name}. */
    public static ServerSocket broker(OwnAuthority authority, String name, Duration life)
            throws IOException, GeneralSecurityException {
        OwnAuthority.Issued issued = authority.issue(List.of(new GeneralName(GeneralName.dNSName, name)), life);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("broker", issued.key(), NO_PASSWORD, issued.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /**
     * A device that trusts the authority, or nobody where it is null, and verifies that it talks to {@code localhost}.
     */
    public static Peer device(Rig rig, X509Certificate authority, String... protocols)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (authority != null) {
            store.setCertificateEntry("authority", authority);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(authority == null ? null : store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(rig.device().socket(), "localhost",
                rig.tap.address().port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (protocols.length > 0) {
            parameters.setProtocols(protocols);
        }
        socket.setSSLParameters(parameters);
        return new Peer(socket);
    }
}
