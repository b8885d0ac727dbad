package dev.fourshake.app.net;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** How an address is written, everywhere in the program. */
public final class AddressText {

    private static final int GROUPS = 8;
    /** A single group of zeros is written out. */
    private static final int SHORTEST_GAP = 2;

    private AddressText() {
    }

    /** IPv6 as RFC 5952 says, {@code 2001:db8::1}, with its zone if it has one; IPv4 as ever. Without brackets. */
    public static String of(InetAddress address) {
        String full = address.getHostAddress();
        if (address.getAddress().length != GROUPS * Short.BYTES) {
            return full;
        }
        int zone = full.indexOf('%');
        return shortened(address.getAddress()) + (zone < 0 ? "" : full.substring(zone));
    }

    /** The longest row of zeros, the first of the longest, is left out. */
    private static String shortened(byte[] address) {
        int[] groups = new int[GROUPS];
        ByteBuffer bytes = ByteBuffer.wrap(address);
        int gapStart = GROUPS;
        int gap = SHORTEST_GAP - 1;
        int zeros = 0;
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = Short.toUnsignedInt(bytes.getShort());
            zeros = groups[i] == 0 ? zeros + 1 : 0;
            if (zeros > gap) {
                gap = zeros;
                gapStart = i - zeros + 1;
            }
        }
        if (gapStart == GROUPS) {
            return joined(groups, 0, GROUPS);
        }
        return joined(groups, 0, gapStart) + "::" + joined(groups, gapStart + gap, GROUPS);
    }

    private static String joined(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
