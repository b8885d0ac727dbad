package dev.fourshake.app.tap.tls;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tls.TrustManagers;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges the broker's certificate, link by link: as the user has set, unless the user has granted the link's device
 * an exception. May be used by any thread.
 */
final class BrokerTrust {

    private final HostPort broker;
    private final X509ExtendedTrustManager judge;
    private final List<TrustGrant> grants;
    private final Map<String, RefusedCertificate> refused = new ConcurrentHashMap<>();
    private final Set<Integer> unverified = ConcurrentHashMap.newKeySet();

    private BrokerTrust(HostPort broker, List<TrustGrant> grants, X509ExtendedTrustManager judge) {
        this.broker = broker;
        this.judge = judge;
        this.grants = new CopyOnWriteArrayList<>(grants);
    }

    /** Empty where the broker's certificate is not looked at. */
    static Optional<BrokerTrust> of(BrokerTls tls, HostPort broker, List<TrustGrant> grants)
            throws GeneralSecurityException {
        return switch (tls) {
            case BrokerTls.None _, BrokerTls.Unverified _ -> Optional.empty();
            case BrokerTls.SystemTrust _ -> Optional.of(new BrokerTrust(broker, grants, TrustManagers.system()));
            case BrokerTls.PemTrust(Path authorities) ->
                    Optional.of(new BrokerTrust(broker, grants, TrustManagers.ofPem(authorities)));
        };
    }

    /** From now on this holds as well. */
    void grant(TrustGrant grant) {
        grants.add(grant);
        refused.remove(grant.device());
    }

    /** The latest of each device. */
    Collection<RefusedCertificate> refused() {
        return List.copyOf(refused.values());
    }

    /** Whether the link stands only because the user said so. */
    boolean isUnverified(int link) {
        return unverified.contains(link);
    }

    void ended(int link) {
        unverified.remove(link);
    }

    /** The judge of one link's certificate. */
    X509ExtendedTrustManager ofLink(int link, String device) {
        return new OfLink(link, device);
    }

    private void judge(int link, String device, X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            judge.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException objection) {
            String fingerprint = RefusedCertificate.fingerprint(chain[0]);
            if (grants.stream().noneMatch(grant -> grant.covers(device, fingerprint))) {
                refused.put(device, RefusedCertificate.of(link, device, chain[0],
                        TlsProblem.ofBroker(broker, objection).sentence()));
                throw objection;
            }
            unverified.add(link);
        }
    }

    /** The tap is a client here and has an engine, never a socket. */
    private final class OfLink extends X509ExtendedTrustManager {

        private final int link;
        private final String device;

        private OfLink(int link, String device) {
            this.link = link;
            this.device = device;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            judge(link, device, chain, authType, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            judge.checkServerTrusted(chain, authType, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            judge.checkServerTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            judge.checkClientTrusted(chain, authType, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            judge.checkClientTrusted(chain, authType, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            judge.checkClientTrusted(chain, authType);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return judge.getAcceptedIssuers();
        }
    }
}
