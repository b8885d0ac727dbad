package dev.fourshake.app.pcap;

/**
 * Finds the IP packet in what was captured. The numbers are those of the registry of link-layer header types at
 * tcpdump.org, and of IEEE 802.
 */
public final class LinkLayer {

    /** There is no IP packet in it. */
    public static final int NO_IP = -1;
    /** What it begins with is not known here. */
    public static final int UNKNOWN = -2;
    /** It ends before it says what it holds. */
    public static final int CUT_OFF = -3;

    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int RAW_DLT = 12;
    private static final int RAW_OPENBSD = 14;
    private static final int RAW = 101;
    private static final int LOOP = 108;
    private static final int LINUX_SLL = 113;
    private static final int IPV4 = 228;
    private static final int IPV6 = 229;
    private static final int LINUX_SLL2 = 276;

    private static final int TYPE_IPV4 = 0x0800;
    private static final int TYPE_IPV6 = 0x86DD;
    private static final int TYPE_VLAN = 0x8100;
    private static final int TYPE_QINQ = 0x88A8;
    private static final int TYPE_QINQ_OLD = 0x9100;
    private static final int TYPE_PPPOE = 0x8864;
    private static final int PPP_IPV4 = 0x0021;
    private static final int PPP_IPV6 = 0x0057;

    private LinkLayer() {
    }

    /**
     * Where the IP packet begins.
     *
     * @param end behind the last byte that was captured
     * @return its place in the array, {@link #NO_IP}, {@link #UNKNOWN} or {@link #CUT_OFF}
     */
    public static int ip(int linkType, byte[] array, int from, int end) {
        return switch (linkType) {
            case ETHERNET -> behindType(array, from + 12, from + 14, end);
            case LINUX_SLL -> behindType(array, from + 14, from + 16, end);
            case LINUX_SLL2 -> behindType(array, from, from + 20, end);
            // The address family differs from system to system; the packet's own version tells enough.
            case NULL, LOOP -> within(from + 4, end);
            case RAW_DLT, RAW_OPENBSD, RAW, IPV4, IPV6 -> within(from, end);
            default -> UNKNOWN;
        };
    }

    /** @param type where the EtherType stands */
    private static int behindType(byte[] array, int type, int behind, int end) {
        int at = type;
        int next = behind;
        while (at + 2 <= end && next < end) {
            switch ((array[at] & 0xFF) << 8 | array[at + 1] & 0xFF) {
                case TYPE_IPV4, TYPE_IPV6 -> {
                    return next;
                }
                case TYPE_VLAN, TYPE_QINQ, TYPE_QINQ_OLD -> {
                    at = next + 2;
                    next += 4;
                }
                case TYPE_PPPOE -> {
                    return ppp(array, next + 6, end);
                }
                default -> {
                    return NO_IP;
                }
            }
        }
        return CUT_OFF;
    }

    /** @param protocol where the protocol of PPP stands (RFC 1661 section 2) */
    private static int ppp(byte[] array, int protocol, int end) {
        if (protocol + 2 >= end) {
            return CUT_OFF;
        }
        return switch ((array[protocol] & 0xFF) << 8 | array[protocol + 1] & 0xFF) {
            case PPP_IPV4, PPP_IPV6 -> protocol + 2;
            default -> NO_IP;
        };
    }

    private static int within(int place, int end) {
        return place < end ? place : CUT_OFF;
    }
}
