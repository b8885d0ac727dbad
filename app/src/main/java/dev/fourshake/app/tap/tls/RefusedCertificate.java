package dev.fourshake.app.tap.tls;

import dev.fourshake.model.text.Message;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A broker's certificate that the tap did not accept for a device's link: what the user has to see to decide.
 *
 * @param link        that failed
 * @param device      host of the device
 * @param subject     whose certificate it says it is
 * @param issuer      who signed it
 * @param fingerprint SHA-256 of it, in hexadecimal digits
 * @param reason      why it was refused, in a sentence
 */
public record RefusedCertificate(int link, String device, String subject, String issuer, Instant validFrom,
                                 Instant validUntil, String fingerprint, Message reason) {

    static RefusedCertificate of(int link, String device, X509Certificate certificate, Message reason) {
        return new RefusedCertificate(link, device, certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(), certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(), fingerprint(certificate), reason);
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** That this device's links may go to a broker that shows this certificate. */
    public TrustGrant grant() {
        return new TrustGrant(device, fingerprint);
    }
}
