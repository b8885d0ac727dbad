package dev.fourshake.app.net;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** The names and addresses of this computer. */
public final class LocalNames {

    /** Of every computer. */
    public static final String LOCALHOST = "localhost";

    private LocalNames() {
    }

    /** What this computer calls itself. */
    public static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return LOCALHOST;
        }
    }

    /** Addresses of all network interfaces that are up, without zones. */
    public static List<String> addresses() {
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

    private static String text(InetAddress address) {
        String text = AddressText.of(address);
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
