package dev.fourshake.app.tap.tls;

import dev.fourshake.app.net.LocalNames;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/**
 * A small certificate authority of our own: what devices have to trust so that they talk TLS with a tap. It is made
 * on first use and kept in a directory; its private key never leaves this computer and is readable by its user only.
 * The certificate that a tap shows is issued anew at each start and kept nowhere, so that it bears the names and
 * addresses that the computer has now.
 */
public final class OwnAuthority {

    /** Private key and certificate. */
    private static final String KEPT = "authority-key.pem";
    /** The certificate alone. */
    private static final String FOR_DEVICES = "authority.pem";
    private static final Duration LIFE = Duration.ofDays(3650);
    /** More than that is refused by some (Apple, 2020). */
    private static final Duration SERVER_LIFE = Duration.ofDays(397);

    private final Path directory;
    private final PrivateKey key;
    private final X509Certificate certificate;

    /**
     * What a tap shows to devices.
     *
     * @param chain its certificate and that of the authority
     */
    record Issued(PrivateKey key, List<X509Certificate> chain) {
    }

    private OwnAuthority(Path directory, PrivateKey key, X509Certificate certificate) {
        this.directory = directory;
        this.key = key;
        this.certificate = certificate;
    }

    /** The authority that is kept in the directory; a new one, if there is none or its time is over. */
    public static synchronized OwnAuthority in(Path directory) throws IOException, GeneralSecurityException {
        if (!Files.exists(directory.resolve(KEPT))) {
            return make(directory);
        }
        OwnAuthority kept = read(directory);
        return kept.certificate.getNotAfter().toInstant().isBefore(Instant.now()) ? make(directory) : kept;
    }

    /** The authority's certificate, PEM: to be installed on devices. */
    public Path certificateFile() {
        return certificateFile(directory);
    }

    /** Where the certificate of the authority in this directory is, or will be once it is made. */
    public static Path certificateFile(Path directory) {
        return directory.resolve(FOR_DEVICES);
    }

    /** The authority's certificate, to be shown to the user. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** A certificate for a tap that listens at {@code host}: for all names and addresses of this computer too. */
    Issued issue(String host) throws IOException, GeneralSecurityException {
        return issue(names(host), SERVER_LIFE);
    }

    private static List<GeneralName> names(String host) {
        return Stream.concat(Stream.of(LocalNames.LOCALHOST, LocalNames.host(), host, "127.0.0.1", "::1"),
                LocalNames.addresses().stream()).distinct().map(OwnAuthority::name).toList();
    }

    private static GeneralName name(String text) {
        boolean address = NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, text);
    }

    Issued issue(List<GeneralName> names, Duration life) throws IOException, GeneralSecurityException {
        KeyPair pair = Certificates.newKeys();
        X509Certificate issued = Certificates.server(pair.getPublic(), names, life, certificate, key);
        return new Issued(pair.getPrivate(), List.of(issued, certificate));
    }

    private static OwnAuthority make(Path directory) throws IOException, GeneralSecurityException {
        Files.createDirectories(directory);
        KeyPair pair = Certificates.newKeys();
        X509Certificate certificate = Certificates.authority(pair, "Fourshake on " + LocalNames.host(), LIFE);
        write(directory, FOR_DEVICES, pem(certificate));
        // The key comes last: where it is, all is.
        write(directory, KEPT, pem(new JcaPKCS8Generator(pair.getPrivate(), null), certificate));
        return new OwnAuthority(directory, pair.getPrivate(), certificate);
    }

    private static OwnAuthority read(Path directory) throws IOException, GeneralSecurityException {
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(directory.resolve(KEPT))))) {
            if (!(parser.readObject() instanceof PrivateKeyInfo key)
                    || !(parser.readObject() instanceof X509CertificateHolder holder)) {
                throw new IOException(KEPT);
            }
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
            OwnAuthority kept = new OwnAuthority(directory, new JcaPEMKeyConverter().getPrivateKey(key), certificate);
            if (!Files.exists(kept.certificateFile())) {
                write(directory, FOR_DEVICES, pem(certificate));
            }
            return kept;
        }
    }

    private static String pem(Object... objects) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        }
        return text.toString();
    }

    /** Temporary files belong to their user alone from their first moment on, and keep that when they are renamed. */
    private static void write(Path directory, String name, String text) throws IOException {
        Path temporary = Files.createTempFile(directory, name, ".new");
        Files.writeString(temporary, text);
        Files.move(temporary, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }
}
