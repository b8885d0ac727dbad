package dev.fourshake.app.tap.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemHeader;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemIdentityTest {

    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir
    private Path folder;
    private KeyPair pair;
    private X509Certificate certificate;
    private Path certificateFile;

    @BeforeEach
    void makeACertificate() throws Exception {
        pair = Certificates.newKeys();
        certificate = Certificates.authority(pair, "tap", Duration.ofDays(1));
        certificateFile = pem("tap.pem", certificate);
    }

    @Test
    void aKeyIsReadAsItIsWrittenNowAndAsItWasBefore() throws Exception {
        KeyPair rsa = rsa();
        X509Certificate server = Certificates.server(rsa.getPublic(), List.of(new GeneralName(GeneralName.dNSName,
                "localhost")), Duration.ofDays(1), certificate, pair.getPrivate());
        Path chain = pem("chain.pem", server, certificate);
        for (Path key : List.of(pem("pkcs8.pem", new JcaPKCS8Generator(rsa.getPrivate(), null)),
                pem("pkcs1.pem", rsa.getPrivate()), pem("both.pem", server, rsa.getPrivate()))) {
            PemIdentity identity = PemIdentity.read(chain, key);
            assertEquals(rsa.getPrivate(), identity.key());
            assertEquals(List.of(server, certificate), identity.chain());
        }
        assertEquals(pair.getPrivate(), PemIdentity.read(certificateFile,
                pem("ec.pem", new JcaPKCS8Generator(pair.getPrivate(), null))).key());
    }

    /** Both by themselves are in order: only the device's handshake would fail. */
    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        for (KeyPair other : List.of(Certificates.newKeys(), rsa())) {
            Path key = pem("other.pem", new JcaPKCS8Generator(other.getPrivate(), null));
            assertEquals("The private key in " + key + " does not belong to the certificate in " + certificateFile
                    + ". Name the two that were made together.", refusal(certificateFile, key));
        }
    }

    @Test
    void anEncryptedKeyIsCalledThat() throws Exception {
        Cipher cipher = Cipher.getInstance("PBEWithSHA1AndDESede");
        cipher.init(Cipher.ENCRYPT_MODE, SecretKeyFactory.getInstance("PBEWithSHA1AndDESede")
                .generateSecret(new PBEKeySpec(PASSWORD)));
        Path now = pem("pkcs8.pem", new PemObject("ENCRYPTED PRIVATE KEY", new EncryptedPrivateKeyInfo(
                cipher.getParameters(), cipher.doFinal(pair.getPrivate().getEncoded())).getEncoded()));
        Path before = pem("sec1.pem", new PemObject("EC PRIVATE KEY", List.of(
                new PemHeader("Proc-Type", "4,ENCRYPTED"),
                new PemHeader("DEK-Info", "AES-256-CBC,9B29D9E5C2C6A2F3F1B5A0E4A9D0C7E1")), new byte[128]));
        for (Path key : List.of(now, before)) {
            assertTrue(refusal(certificateFile, key).startsWith("The private key in " + key + " is encrypted"),
                    refusal(certificateFile, key));
        }
    }

    @Test
    void whatHoldsNothingOfTheKindIsNamed() throws Exception {
        Path key = pem("key.pem", pair.getPrivate());
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path cut = Files.writeString(folder.resolve("cut.pem"), Files.readString(certificateFile).substring(0, 200));
        for (Path none : List.of(empty, cut, key)) {
            assertTrue(refusal(none, key).startsWith("There is no certificate in " + none), refusal(none, key));
        }
        for (Path none : List.of(empty, cut, certificateFile)) {
            assertTrue(refusal(certificateFile, none).startsWith("There is no private key in " + none));
        }
        assertEquals(folder + " is a folder: name a file in PEM.", refusal(folder, key));
        assertEquals(folder + " is a folder: name a file in PEM.", refusal(certificateFile, folder));
        assertTrue(refusal(folder.resolve("none"), key).contains("cannot be read"));
    }

    private static KeyPair rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String refusal(Path certificate, Path key) {
        return assertThrows(TlsException.class, () -> PemIdentity.read(certificate, key)).sentence()
                .text(Locale.ENGLISH);
    }

    private Path pem(String name, Object... objects) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        }
        return Files.writeString(folder.resolve(name), text.toString());
    }
}
