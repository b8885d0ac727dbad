package dev.fourshake.app.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.ClientFailure.Kind;
import dev.fourshake.app.client.TrustSetting.PemFile;
import dev.fourshake.app.client.TrustSetting.SystemTrust;
import dev.fourshake.app.client.TrustSetting.TrustAnything;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ClientTlsTest {

    @TempDir
    private static Path folder;
    private static TestCertificate here;
    private static TestCertificate elsewhere;

    @BeforeAll
    static void certify() throws IOException, InterruptedException {
        here = TestCertificate.create(folder, "here", "ip:127.0.0.1,dns:localhost");
        elsewhere = TestCertificate.create(folder, "elsewhere", "dns:broker.example");
    }

    @ParameterizedTest
    @EnumSource
    void trustsTheCertificateOfAPemFile(ProtocolVersion version) throws IOException {
        try (var broker = broker(here, version)) {
            assertTrue(connects(broker, version, new PemFile(here.pem())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void trustsAnythingIfToldSo(ProtocolVersion version) throws IOException {
        try (var broker = broker(elsewhere, version)) {
            assertTrue(connects(broker, version, new TrustAnything()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotTrustWhatNobodySigned(ProtocolVersion version) throws IOException {
        try (var broker = broker(here, version)) {
            ClientFailure failure = failure(broker, version, new SystemTrust());
            assertEquals(Kind.TLS, failure.kind());
            assertEquals("The certificate of " + broker.address()
                    + " is signed by nobody that this client trusts. Name "
                    + "the PEM file of the certificate, or of the authority that signed it.", failure.getMessage());
        }
    }

    @Test
    void doesNotTrustTheCertificateOfAnotherHost() throws IOException {
        try (var broker = broker(elsewhere, ProtocolVersion.MQTT_5)) {
            ClientFailure failure = failure(broker, ProtocolVersion.MQTT_5, new PemFile(elsewhere.pem()));
            assertEquals(Kind.TLS, failure.kind());
            assertTrue(failure.getMessage().startsWith(
                    "The certificate of " + broker.address() + " is not issued for 127.0.0.1 ("), failure::getMessage);
        }
    }

    @Test
    void saysThatThereIsNoTls() throws IOException {
        try (var broker = new ScriptedBroker(peer -> {
            peer.write("20 02 00 00 00 00 00 00");
            peer.untilClosed();
        })) {
            assertEquals(broker.address() + " does not speak TLS. Connect without TLS, or use the broker's port for TLS "
                    + "(often 8883).", failure(broker, ProtocolVersion.MQTT_5, new SystemTrust()).getMessage());
        }
    }

    @Test
    void saysThatTheHandshakeWasCut() throws IOException {
        try (var broker = new ScriptedBroker(ScriptedBroker.Peer::reset)) {
            ClientFailure failure = failure(broker, ProtocolVersion.MQTT_3_1_1, new SystemTrust());
            assertEquals(Kind.TLS, failure.kind());
            assertEquals(broker.address() + " ended the connection during the TLS handshake. It may not speak TLS on "
                    + "this port, or may ask for a client certificate.", failure.getMessage());
        }
    }

    @Test
    void saysThatTheFileHoldsNoCertificate() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no certificate");
        try (var broker = broker(here, ProtocolVersion.MQTT_5)) {
            ClientFailure failure = failure(broker, ProtocolVersion.MQTT_5, new PemFile(text));
            assertEquals(Kind.TLS, failure.kind());
            assertTrue(failure.getMessage().startsWith("The file " + text + " holds no certificate in PEM form."),
                    failure::getMessage);
        }
    }

    private static ScriptedBroker broker(TestCertificate certificate, ProtocolVersion version) throws IOException {
        return new ScriptedBroker(certificate.serverSocket(), peer -> {
            peer.read();
            peer.write(version.isMqtt5() ? "20 03 00 00 00" : "20 02 00 00");
            peer.untilClosed();
        });
    }

    private static DeviceClient client(ScriptedBroker broker, ProtocolVersion version, TrustSetting trust) {
        BrokerAddress address = BrokerAddress.tls("127.0.0.1", broker.address().port(), trust);
        return DeviceClient.of(ConnectOptions.to(address, version, "secret").build(), ClientListener.NONE);
    }

    private static boolean connects(ScriptedBroker broker, ProtocolVersion version, TrustSetting trust) {
        try (DeviceClient client = client(broker, version, trust)) {
            return client.connect().join().isAccepted();
        }
    }

    private static ClientFailure failure(ScriptedBroker broker, ProtocolVersion version, TrustSetting trust) {
        try (DeviceClient client = client(broker, version, trust)) {
            return ClientFailure.in(assertThrows(CompletionException.class, client.connect()::join));
        }
    }
}
