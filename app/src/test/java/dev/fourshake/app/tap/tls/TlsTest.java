package dev.fourshake.app.tap.tls;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.LeakWatch;
import dev.fourshake.app.tap.Packets;
import dev.fourshake.app.tap.Peer;
import dev.fourshake.app.tap.Rig;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapException.Kind;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.LinkOpened;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakWatch.class)
class TlsTest {

    private static final String HELLO = Packets.CONNECT;

    @TempDir
    private Path folder;
    private OwnAuthority tapAuthority;
    private OwnAuthority brokerAuthority;

    @BeforeEach
    void makeAuthorities() throws Exception {
        tapAuthority = OwnAuthority.in(folder.resolve("tap"));
        brokerAuthority = OwnAuthority.in(folder.resolve("broker"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aDeviceThatTrustsOurAuthorityTalksTls(String protocol) throws Exception {
        try (Rig rig = new Rig(this::ownCertificate);
             Peer device = TlsRig.device(rig, tapAuthority.certificate(), protocol)) {
            device.send(HELLO);
            try (Peer broker = rig.atBroker()) {
                broker.expect(HELLO).send(HELLO);
                device.expect(HELLO);
                broker.socket().close();
                device.expectEnd();
                device.socket().close();
                await().until(() -> rig.endings().equals(List.of("BROKER HALF_CLOSED", "CLIENT CLOSED")));
            }
            assertTrue(rig.events(LinkOpened.class).getFirst().clientTls());
        }
    }

    @Test
    void halfClosesPassThroughTls13() throws Exception {
        try (Rig rig = new Rig(this::ownCertificate);
             Peer device = TlsRig.device(rig, tapAuthority.certificate(), "TLSv1.3")) {
            device.send(HELLO).halfClose();
            try (Peer broker = rig.atBroker()) {
                broker.expect(HELLO).expectEnd();
                broker.send(HELLO);
                device.expect(HELLO);
            }
            device.expectEnd();
            rig.finish();
            assertEquals(List.of("CLIENT HALF_CLOSED", "BROKER CLOSED"), rig.endings());
        }
    }

    @Test
    void aResetPassesThroughTls() throws Exception {
        try (Rig rig = new Rig(this::ownCertificate);
             Peer device = TlsRig.device(rig, tapAuthority.certificate())) {
            device.send(HELLO);
            try (Peer broker = rig.atBroker()) {
                broker.expect(HELLO).reset();
            }
            device.expectReset();
            rig.finish();
            assertEquals(List.of("BROKER RESET"), rig.endings());
        }
    }

    @Test
    void bothSidesTalkTlsAndTheTraceSeesThePlainBytes() throws Exception {
        byte[] bytes = new byte[2_000_000];
        new Random(4).nextBytes(bytes);
        try (ServerSocket tlsBroker = TlsRig.broker(brokerAuthority, "localhost", TlsRig.YEAR);
             Rig rig = new Rig(options -> ownCertificate(options).withBroker(localhost(tlsBroker))
                     .withBrokerTls(new BrokerTls.PemTrust(brokerAuthority.certificateFile())));
             Peer device = TlsRig.device(rig, tapAuthority.certificate())) {
            CompletableFuture<Void> sending = device.sending(bytes);
            try (Peer broker = new Peer(tlsBroker.accept())) {
                assertArrayEquals(bytes, broker.read(bytes.length));
                sending.get();
                broker.send(HELLO);
                device.expect(HELLO);
            }
            rig.finish();
            assertArrayEquals(bytes, rig.seen(1, Direction.CLIENT_TO_SERVER));
        }
    }

    @Test
    void aBrokerOfAnUnknownAuthorityIsRefused() throws Exception {
        refused(TlsRig.YEAR, "localhost", new BrokerTls.SystemTrust(), "is signed by an authority that is not trusted");
    }

    @Test
    void aBrokerWithAnotherNameIsRefused() throws Exception {
        refused(TlsRig.YEAR, "broker.example", trusted(), "is not for the host localhost");
    }

    @Test
    void aBrokerWhoseCertificateHasExpiredIsRefused() throws Exception {
        refused(Duration.ofHours(-1), "localhost", trusted(), "has expired");
    }

    @Test
    void oneDeviceMayTrustWhatTheOthersDoNot() throws Exception {
        try (ServerSocket tlsBroker = TlsRig.broker(brokerAuthority, "broker.example", Duration.ofHours(-1));
             Rig rig = new Rig(options -> options.withBroker(localhost(tlsBroker)).withBrokerTls(trusted()))) {
            refusedLink(rig, tlsBroker);
            RefusedCertificate refused = rig.tap.refusedCertificates().iterator().next();
            assertEquals(HostPort.LOOPBACK, refused.device());
            assertTrue(refused.issuer().contains("Fourshake"), refused.issuer());
            assertTrue(refused.reason().text().contains("has expired"), refused.reason().text());

            rig.tap.grant(new TrustGrant("10.9.9.9", refused.fingerprint()));
            refusedLink(rig, tlsBroker);
            rig.tap.grant(new TrustGrant(refused.device(), "00".repeat(32)));
            refusedLink(rig, tlsBroker);

            assertTrue(rig.tap.status().problem().isPresent());
            rig.tap.grant(refused.grant());
            assertTrue(rig.tap.refusedCertificates().isEmpty());
            int link = rig.tap.status().links() + 1;
            try (Peer device = rig.device(); Peer broker = new Peer(tlsBroker.accept())) {
                device.send(HELLO);
                broker.expect(HELLO);
                await().until(() -> rig.tap.status().problem().isEmpty());
                assertTrue(rig.tap.isUnverified(link));
                assertFalse(rig.tap.isUnverified(1));
            }
        }
    }

    @Test
    void aDeviceThatIsGrantedAnythingIsGrantedAChangedCertificateToo() throws Exception {
        for (String name : List.of("broker.example", "other.example")) {
            try (ServerSocket tlsBroker = TlsRig.broker(brokerAuthority, name, TlsRig.YEAR);
                 Rig rig = new Rig(options -> options.withBroker(localhost(tlsBroker)).withBrokerTls(trusted())
                         .withGrants(List.of(TrustGrant.parse("127.0.0.1=any"))));
                 Peer device = rig.device(); Peer broker = new Peer(tlsBroker.accept())) {
                device.send(HELLO);
                broker.expect(HELLO);
            }
        }
    }

    private void refusedLink(Rig rig, ServerSocket tlsBroker) throws Exception {
        try (Peer device = rig.device(); Peer broker = new Peer(tlsBroker.accept())) {
            assertThrows(IOException.class, () -> broker.read(1));
            device.expectReset();
        }
    }

    @Test
    void anythingGoesWhereTheUserSaysSo() throws Exception {
        try (ServerSocket tlsBroker = TlsRig.broker(brokerAuthority, "broker.example", Duration.ofHours(-1));
             Rig rig = new Rig(options -> options.withBroker(localhost(tlsBroker))
                     .withBrokerTls(new BrokerTls.Unverified()));
             Peer device = rig.device(); Peer broker = new Peer(tlsBroker.accept())) {
            device.send(HELLO);
            broker.expect(HELLO);
        }
    }

    @Test
    void aBrokerWithoutTlsIsSaid() throws Exception {
        try (Rig rig = new Rig(options -> options.withBrokerTls(new BrokerTls.SystemTrust()));
             Peer device = rig.device(); Peer broker = rig.atBroker()) {
            broker.send(Packets.CONNACK + Packets.CONNACK);
            device.expectReset();
            assertProblem(rig, "does not speak TLS at this port");
            assertEquals(List.of("BROKER TLS_FAILED"), rig.endings());
        }
    }

    /** As mosquitto does, which answers nothing that is not MQTT. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBrokerThatEndsTheConnectionBeforeTlsIsAgreedIsSaid(boolean reset) throws Exception {
        try (Rig rig = new Rig(options -> options.withBrokerTls(new BrokerTls.SystemTrust()));
             Peer device = rig.device(); Peer broker = rig.atBroker()) {
            broker.read(1);
            if (reset) {
                broker.reset();
            } else {
                broker.halfClose();
            }
            device.expectReset();
            assertProblem(rig, "It may not speak TLS at this port");
            assertEquals(List.of("BROKER TLS_FAILED"), rig.endings());
        }
    }

    @Test
    void aDeviceThatDoesNotTrustUsIsSaidWhatToInstall() throws Exception {
        try (Rig rig = new Rig(this::ownCertificate); Peer device = TlsRig.device(rig, null)) {
            assertThrows(SSLException.class, () -> device.send(HELLO));
            assertProblem(rig, "Install " + tapAuthority.certificateFile() + " on the device");
            assertEquals(List.of("CLIENT TLS_FAILED"), rig.endings());
        }
    }

    @Test
    void aDeviceWithoutTlsIsSaid() throws Exception {
        try (Rig rig = new Rig(this::ownCertificate); Peer device = rig.device()) {
            device.send(HELLO);
            assertProblem(rig, "does not speak TLS, and this tap expects it");
        }
    }

    @Test
    void theUsersCertificateIsShown() throws Exception {
        Path both = folder.resolve("tap").resolve("authority-key.pem");
        try (Rig rig = new Rig(options -> options.withDeviceTls(new DeviceTls.Pem(tapAuthority.certificateFile(),
                both)));
             Peer device = TlsRig.device(rig, tapAuthority.certificate())) {
            // It is an authority's, for no host: the device says so, and that proves which one it saw.
            SSLException refusal = assertThrows(SSLException.class, () -> device.send(HELLO));
            assertTrue(refusal.getMessage().contains("No name matching localhost"), refusal::getMessage);
        }
    }

    /** The tap starts all the same: a device may not check it, and that is one way to find out. */
    @Test
    void aCertificateThatHasExpiredIsSaidBeforeADeviceComes() throws Exception {
        OwnAuthority.Issued issued = tapAuthority.issue(
                List.of(new GeneralName(GeneralName.dNSName, "localhost")), Duration.ofHours(-1));
        Path both = Files.writeString(folder.resolve("expired.pem"), pem("CERTIFICATE",
                issued.chain().getFirst().getEncoded()) + pem("PRIVATE KEY", issued.key().getEncoded()));
        try (Rig rig = new Rig(options -> options.withDeviceTls(new DeviceTls.Pem(both, both)))) {
            String sentence = rig.tap.status().problem().orElseThrow().text();
            assertTrue(sentence.contains("expired.pem") && sentence.contains("expired on "), sentence);
        }
    }

    private static String pem(String title, byte[] content) {
        return "-----BEGIN " + title + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + title
                + "-----\n";
    }

    @Test
    void certificatesThatCannotBeUsedAreSaidAtTheStart() throws Exception {
        Path otherKey = folder.resolve("broker").resolve("authority-key.pem");
        Path junk = Files.writeString(folder.resolve("junk.pem"), "junk");
        for (DeviceTls tls : List.of(new DeviceTls.Pem(folder.resolve("none.pem"), otherKey),
                new DeviceTls.Pem(junk, otherKey), new DeviceTls.Pem(tapAuthority.certificateFile(), junk))) {
            TapException refusal = assertThrows(TapException.class, () -> start(tls, new BrokerTls.None()));
            assertEquals(Kind.CERTIFICATE, refusal.kind(), refusal.getMessage());
        }
        assertThrows(TapException.class, () -> start(new DeviceTls.None(), new BrokerTls.PemTrust(junk)));
    }

    @Test
    void theAuthorityIsMadeOnceAndItsKeyIsForItsUserOnly() throws Exception {
        OwnAuthority again = OwnAuthority.in(folder.resolve("tap"));
        assertEquals(tapAuthority.certificate(), again.certificate());
        Path key = folder.resolve("tap").resolve("authority-key.pem");
        if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        }
        assertFalse(Files.readString(again.certificateFile()).contains("PRIVATE"));
        try (var files = Files.list(folder.resolve("tap"))) {
            assertEquals(2, files.count());
        }
    }

    private void refused(Duration life, String name, BrokerTls trust, String sentence) throws Exception {
        try (ServerSocket tlsBroker = TlsRig.broker(brokerAuthority, name, life);
             Rig rig = new Rig(options -> options.withBroker(localhost(tlsBroker)).withBrokerTls(trust));
             Peer device = rig.device(); Peer broker = new Peer(tlsBroker.accept())) {
            assertThrows(IOException.class, () -> broker.read(1));
            device.expectReset();
            assertProblem(rig, sentence);
            assertEquals(List.of("BROKER TLS_FAILED"), rig.endings());
        }
    }

    private static void assertProblem(Rig rig, String part) {
        await().until(() -> rig.tap.status().problem().isPresent());
        rig.finish();
        String sentence = rig.tap.status().problem().orElseThrow().text();
        assertTrue(sentence.contains(part), sentence);
    }

    private static void start(DeviceTls device, BrokerTls broker) throws TapException {
        try (TraceFeed feed = new TraceFeed(new Trace())) {
            Tap.start(TapOptions.to(HostPort.loopback(1)).withDeviceTls(device).withBrokerTls(broker), feed).close();
        }
    }

    private BrokerTls trusted() {
        return new BrokerTls.PemTrust(brokerAuthority.certificateFile());
    }

    private TapOptions ownCertificate(TapOptions options) {
        return options.withDeviceTls(new DeviceTls.Own(folder.resolve("tap")));
    }

    private static HostPort localhost(ServerSocket server) {
        return new HostPort("localhost", server.getLocalPort());
    }
}
