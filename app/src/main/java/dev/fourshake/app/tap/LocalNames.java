package dev.fourshake.app.tap;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;

/** The names and addresses of this computer. */
final class LocalNames {

    private static final String LOCALHOST = "localhost";

    private LocalNames() {
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return LOCALHOST;
        }
    }

    /** Addresses of all network interfaces that are up, without zones. */
    static List<String> addresses() {
        try {
            List<String> addresses = new ArrayList<>();
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                if (each.isUp()) {
                    each.inetAddresses().map(LocalNames::text).forEach(addresses::add);
                }
            }
            return addresses;
        } catch (SocketException _) {
            return List.of();
        }
    }

    /** What a certificate for a service at {@code host} on this computer should be for. */
    static List<GeneralName> all(String host) {
        return Stream.concat(Stream.of(LOCALHOST, host(), host, "127.0.0.1", "::1"), addresses().stream())
                .distinct().map(LocalNames::general).toList();
    }

    private static GeneralName general(String name) {
        boolean address = NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name);
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
