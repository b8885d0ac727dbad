package dev.fourshake.app.tap.tls;

import dev.fourshake.app.net.AddressText;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Locale;

/**
 * The user's word that one device's links may go to a broker whose certificate would be refused. All other links are
 * verified as before.
 *
 * @param device      host of the device, as the tap sees it
 * @param fingerprint SHA-256 of the broker's certificate, in hexadecimal digits; {@link #ANY} for whatever it shows
 */
public record TrustGrant(String device, String fingerprint) {

    /** Any certificate: somebody between the tap and the broker could read and change what this device says. */
    public static final String ANY = "any";

    private static final int DIGITS = 64;

    public TrustGrant {
        device = asSeen(device);
        fingerprint = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
        if (device.isBlank() || !fingerprint.equals(ANY) && !fingerprint.matches("[0-9a-f]{" + DIGITS + "}")) {
            throw new IllegalArgumentException(device + "=" + fingerprint);
        }
    }

    /**
     * {@code DEVICE=FINGERPRINT} or {@code DEVICE=any}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static TrustGrant parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(text);
        }
        return new TrustGrant(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    /** An address as the tap writes it. */
    private static String asSeen(String host) {
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(host);
        return address == null ? host : AddressText.of(address);
    }

    boolean covers(String host, String shown) {
        return device.equals(host) && (fingerprint.equals(ANY) || fingerprint.equals(shown));
    }
}
