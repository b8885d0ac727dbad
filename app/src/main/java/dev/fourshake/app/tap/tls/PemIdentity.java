package dev.fourshake.app.tap.tls;

import dev.fourshake.app.net.Reason;
import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * What the tap shows to devices in TLS, from files of the user's: PEM (RFC 7468), the key in PKCS #8 or as OpenSSL
 * wrote it before. Whatever is wrong with them is said before anybody connects.
 *
 * @param chain the tap's own certificate first
 */
record PemIdentity(PrivateKey key, List<X509Certificate> chain) {

    PemIdentity {
        chain = List.copyOf(chain);
    }

    /** @throws TlsException if one of the files is not what it should be, or the key is another certificate's */
    static PemIdentity read(Path certificateFile, Path keyFile) throws TlsException {
        List<X509Certificate> chain = certificates(certificateFile);
        PrivateKey key = key(keyFile);
        try {
            if (!belongTogether(chain.getFirst().getPublicKey(), key)) {
                throw wrong("tls.pair", certificateFile, keyFile);
            }
        } catch (GeneralSecurityException failure) {
            throw unusable(certificateFile, failure);
        }
        return new PemIdentity(key, chain);
    }

    /** A sentence, where a device that checks the certificates of {@code file} does not accept them at {@code now}. */
    Optional<Message> outdated(Path file, Instant now) {
        return chain.stream().flatMap(certificate -> {
            Instant begin = certificate.getNotBefore().toInstant();
            Instant end = certificate.getNotAfter().toInstant();
            return now.isAfter(end) ? Stream.of(Message.of(PemIdentity.class, "tls.expired", file.toString(), day(end)))
                    : now.isBefore(begin)
                    ? Stream.of(Message.of(PemIdentity.class, "tls.early", file.toString(), day(begin))) : Stream.of();
        }).findFirst();
    }

    private static String day(Instant moment) {
        return moment.atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }

    /** @throws TlsException if it cannot be read, or is a folder */
    static void requireReadable(Path file) throws TlsException {
        if (Files.isDirectory(file)) {
            throw wrong("tls.folder", file);
        } else if (!Files.isReadable(file)) {
            throw wrong("tls.unreadable", file);
        }
    }

    private static List<X509Certificate> certificates(Path file) throws TlsException {
        List<X509Certificate> found = new ArrayList<>();
        for (Object object : objects(file, "tls.noCertificate")) {
            if (object instanceof X509CertificateHolder holder) {
                try {
                    found.add(new JcaX509CertificateConverter().getCertificate(holder));
                } catch (GeneralSecurityException failure) {
                    throw unusable(file, failure);
                }
            }
        }
        if (found.isEmpty()) {
            throw wrong("tls.noCertificate", file);
        }
        return found;
    }

    private static PrivateKey key(Path file) throws TlsException {
        for (Object object : objects(file, "tls.noKey")) {
            if (object instanceof PEMEncryptedKeyPair || object instanceof PKCS8EncryptedPrivateKeyInfo) {
                throw wrong("tls.encrypted", file);
            }
            Optional<PrivateKeyInfo> key = switch (object) {
                case PrivateKeyInfo info -> Optional.of(info);
                case PEMKeyPair pair -> Optional.of(pair.getPrivateKeyInfo());
                default -> Optional.empty();
            };
            if (key.isPresent()) {
                try {
                    return new JcaPEMKeyConverter().getPrivateKey(key.get());
                } catch (IOException failure) {
                    throw unusable(file, failure);
                }
            }
        }
        throw wrong("tls.noKey", file);
    }

    /** @param nothing what is said of a file that is no PEM */
    private static List<Object> objects(Path file, String nothing) throws TlsException {
        requireReadable(file);
        List<Object> all = new ArrayList<>();
        // Whatever it holds, PEM is ASCII.
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
             PEMParser parser = new PEMParser(reader)) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                all.add(object);
            }
        } catch (IOException | RuntimeException _) {
            if (all.isEmpty()) {
                throw wrong(nothing, file);
            }
        }
        return all;
    }

    /** What the key signs is verified by the certificate; of other algorithms than the usual ones nothing is said. */
    private static boolean belongTogether(PublicKey certified, PrivateKey key) throws GeneralSecurityException {
        String algorithm = switch (certified.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
            default -> "";
        };
        if (algorithm.isEmpty()) {
            return true;
        }
        byte[] anything = {1, 2, 3};
        Signature signer = Signature.getInstance(algorithm);
        try {
            signer.initSign(key);
        } catch (InvalidKeyException _) {
            return false; // of another kind
        }
        signer.update(anything);
        byte[] signed = signer.sign();
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(certified);
        verifier.update(anything);
        try {
            return verifier.verify(signed);
        } catch (SignatureException _) {
            return false; // of another length
        }
    }

    private static TlsException unusable(Path file, Exception cause) {
        return new TlsException(Message.of(PemIdentity.class, "tls.pem", file.toString(), Reason.of(cause)), cause);
    }

    private static TlsException wrong(String key, Path... files) {
        return new TlsException(Message.of(PemIdentity.class, key, (Object[]) Arrays.stream(files)
                .map(Path::toString).toArray(String[]::new)), null);
    }
}
