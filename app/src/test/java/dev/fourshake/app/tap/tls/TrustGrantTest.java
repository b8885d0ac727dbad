package dev.fourshake.app.tap.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.net.HostPort;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustGrantTest {

    @ParameterizedTest
    @ValueSource(strings = {"::1", "[::1]", "0:0:0:0:0:0:0:1", "127.0.0.1", "::ffff:10.0.0.9"})
    void anAddressIsMeantHoweverItIsWritten(String address) throws Exception {
        InetAddress device = InetAddress.getByName(address);
        String seen = HostPort.of(new InetSocketAddress(device, 50_000)).host();
        assertTrue(TrustGrant.parse(address + "=any").covers(seen, "ab".repeat(32)), seen);
    }

    @Test
    void aNameIsLeftAsItIs() {
        assertEquals("press-4", TrustGrant.parse("press-4 = any").device());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.9", "=any", "10.0.0.9=", "10.0.0.9=abcd"})
    void whatIsNoGrantIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> TrustGrant.parse(text));
    }
}
