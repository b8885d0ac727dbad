package dev.fourshake.app.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Turns a {@link TrustSetting} into what the Java run-time needs for it. */
final class TlsTrust {

    private TlsTrust() {
    }

    /**
     * @throws IOException              if the PEM file cannot be read
     * @throws GeneralSecurityException if it holds no certificate
     */
    static SSLContext context(TrustSetting trust) throws IOException, GeneralSecurityException {
        TrustManager[] managers = switch (trust) {
            case TrustSetting.SystemTrust() -> null;
            case TrustSetting.PemFile(Path file) -> managers(certificates(file));
            case TrustSetting.TrustAnything() -> new TrustManager[]{new Anything()};
        };
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw new PemFileException(file);
            }
            return certificates;
        } catch (CertificateException | IOException e) {
            throw new PemFileException(file, e);
        }
    }

    private static TrustManager[] managers(Collection<? extends Certificate> certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("trusted-" + store.size(), certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** The file that the user named holds no certificate, or cannot be read. */
    static final class PemFileException extends GeneralSecurityException {

        private static final long serialVersionUID = 1;

        private final transient Path file;

        private PemFileException(Path file) {
            this.file = file;
        }

        private PemFileException(Path file, Exception cause) {
            super(cause);
            this.file = file;
        }

        Path file() {
            return file;
        }
    }

    /** An extended one, so that the run-time does not judge the host name behind its back. */
    private static final class Anything extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
