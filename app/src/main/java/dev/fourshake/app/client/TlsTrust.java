package dev.fourshake.app.client;

import dev.fourshake.app.tls.TrustManagers;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Turns a {@link TrustSetting} into what the Java run-time needs for it. */
final class TlsTrust {

    private TlsTrust() {
    }

    /**
     * @throws GeneralSecurityException if the PEM file cannot be read or holds no certificate
     */
    static SSLContext context(TrustSetting trust) throws GeneralSecurityException {
        TrustManager[] managers = switch (trust) {
            case TrustSetting.SystemTrust() -> null;
            case TrustSetting.PemFile(Path file) -> managers(file);
            case TrustSetting.TrustAnything() -> new TrustManager[]{new Anything()};
        };
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    private static TrustManager[] managers(Path file) throws PemFileException {
        try {
            return new TrustManager[] {TrustManagers.ofPem(file)};
        } catch (GeneralSecurityException e) {
            throw new PemFileException(file, e);
        }
    }

    /** The file that the user named holds no certificate, or cannot be read. */
    static final class PemFileException extends GeneralSecurityException {

        private static final long serialVersionUID = 1;

        private final transient Path file;

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
