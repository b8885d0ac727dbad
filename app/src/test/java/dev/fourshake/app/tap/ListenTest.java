package dev.fourshake.app.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapException.Kind;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.trace.Trace;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenTest {

    private static final TapOptions OPTIONS = TapOptions.to(HostPort.loopback(1));

    private final TraceFeed feed = new TraceFeed(new Trace());

    @AfterEach
    void closeFeed() {
        feed.close();
    }

    @Test
    void aPortInUseIsRefusedWithASentence() throws Exception {
        try (Tap first = Tap.start(OPTIONS, feed)) {
            TapException refusal = refusal(first.address());
            assertEquals(Kind.PORT_IN_USE, refusal.kind());
            assertTrue(refusal.sentence().text().startsWith("Port " + first.address().port() + " is in use"),
                    refusal.sentence().text());
        }
    }

    @ParameterizedTest
    @CsvSource({"no-such-host.invalid, UNKNOWN_HOST", "192.0.2.1, ADDRESS_NOT_HERE"})
    void anAddressThatIsNotHereIsRefused(String host, Kind kind) {
        assertEquals(kind, refusal(new HostPort(host, 0)).kind());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1", "0.0.0.0, localhost", "0.0.0.0, [::1]", "localhost, 0.0.0.0",
        "127.0.0.1, LOCALHOST", "gateway.example, Gateway.example"})
    void aTapThatWouldConnectToItselfIsRefused(String listen, String broker) {
        TapOptions options = TapOptions.to(HostPort.parse(broker + ":1883"))
                .withListen(HostPort.parse(listen + ":1883"));
        TapException refusal = assertThrows(TapException.class, () -> Tap.start(options, feed).close());
        assertEquals(Kind.OWN_ADDRESS, refusal.kind());
        assertTrue(refusal.sentence().text().contains(listen + ":1883"), refusal.sentence().text());
        assertFalse(options.withListen(HostPort.parse(listen + ":1884")).leadsToItself());
        assertFalse(options.withBroker(HostPort.parse("192.0.2.1:1883")).leadsToItself());
    }

    /** A broker may have the same port at another address of this machine. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.2", "127.0.0.1, [::1]", "localhost, [::1]", "192.0.2.1, 127.0.0.1",
        "127.0.0.1, broker.example"})
    void aBrokerAtAnotherAddressIsNotTheTap(String listen, String broker) {
        assertFalse(TapOptions.to(HostPort.parse(broker + ":1883")).withListen(HostPort.parse(listen + ":1883"))
                .leadsToItself());
    }

    @Test
    void listeningOnAllAddressesSaysWhoCanComeIn() throws Exception {
        try (Tap tap = Tap.start(OPTIONS.withListen(new HostPort("0.0.0.0", 0)), feed)) {
            String sentence = tap.reach().orElseThrow().text();
            assertTrue(sentence.contains("127.0.0.1:" + tap.address().port()), sentence);
            new Socket("127.0.0.1", tap.address().port()).close();
        }
    }

    @Test
    void listeningOnLoopbackIsNothingToWarnOf() throws Exception {
        try (Tap tap = Tap.start(OPTIONS, feed)) {
            assertEquals(Optional.empty(), tap.reach());
            assertEquals(Optional.of(tap.address()), tap.status().listening());
        }
    }

    @ParameterizedTest
    @CsvSource({"1883, 127.0.0.1:1883", "broker:8883, broker:8883", "[::1]:1, [::1]:1", "0.0.0.0:0, 0.0.0.0:0"})
    void hostAndPortAreReadAndWritten(String text, String canonical) {
        assertEquals(canonical, HostPort.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "broker", "broker:", ":1", "broker:65536", "broker:-1", "::1:1883", "[]:1"})
    void whatIsNoHostAndPortIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> HostPort.parse(text));
    }

    private TapException refusal(HostPort listen) {
        return assertThrows(TapException.class, () -> Tap.start(OPTIONS.withListen(listen), feed));
    }
}
