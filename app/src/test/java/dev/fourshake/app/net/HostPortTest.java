package dev.fourshake.app.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPortTest {

    /** The examples of RFC 5952 section 4, and the addresses that one meets. */
    @ParameterizedTest
    @CsvSource({
            "0:0:0:0:0:0:0:1, [::1]:1883",
            "0:0:0:0:0:0:0:0, [::]:1883",
            "2001:0db8:0:0:1:0:0:1, [2001:db8::1:0:0:1]:1883",
            "2001:db8:0:1:1:1:1:1, [2001:db8:0:1:1:1:1:1]:1883",
            "2001:0:0:1:0:0:0:1, [2001:0:0:1::1]:1883",
            "2001:DB8:0:0:0:0:2:0, [2001:db8::2:0]:1883",
            "FE80:0:0:0:0:0:0:0, [fe80::]:1883",
            "1:2:3:4:5:6:7:8, [1:2:3:4:5:6:7:8]:1883",
            "::ffff:10.0.0.9, 10.0.0.9:1883",
            "10.0.0.9, 10.0.0.9:1883"})
    void anAddressIsWrittenAsRfc5952Says(String address, String written) throws Exception {
        assertEquals(written, HostPort.of(new InetSocketAddress(InetAddress.getByName(address), 1883)).toString());
    }

    @Test
    void aZoneStaysWithItsAddress() throws Exception {
        byte[] bytes = InetAddress.getByName("fe80::7").getAddress();
        InetAddress address = Inet6Address.getByAddress(null, bytes, 3);
        assertEquals("[fe80::7%3]:1883", HostPort.of(new InetSocketAddress(address, 1883)).toString());
    }

    @Test
    void aNameThatWasNotLookedUpStaysAName() {
        assertEquals("broker.example:1883",
                HostPort.of(InetSocketAddress.createUnresolved("broker.example", 1883)).toString());
    }
}
