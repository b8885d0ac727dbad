package dev.fourshake.app.importing;

import java.nio.charset.StandardCharsets;

/** Looks into a TLS ClientHello (RFC 8446 section 4.1.2) for the protocol that it wants to speak (RFC 7301). */
final class ClientHello {

    private static final int RECORD_HEADER = 5;
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int ALPN = 16;

    private final byte[] bytes;
    private int at;

    private ClientHello(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether the record that the bytes begin with is there to its end, or is none that is worth waiting for. */
    static boolean isWhole(byte[] bytes) {
        return bytes.length >= RECORD_HEADER && (bytes[0] != HANDSHAKE
                || bytes.length >= RECORD_HEADER + ((bytes[3] & 0xFF) << 8 | bytes[4] & 0xFF));
    }

    /** Whether a client says that it will speak MQTT. False for all that is no ClientHello. */
    static boolean asksForMqtt(byte[] bytes) {
        try {
            return new ClientHello(bytes).alpnNamesMqtt();
        } catch (IndexOutOfBoundsException _) {
            return false;
        }
    }

    private boolean alpnNamesMqtt() {
        if (bytes[0] != HANDSHAKE || bytes[RECORD_HEADER] != CLIENT_HELLO) {
            return false;
        }
        at = RECORD_HEADER + 4 + 2 + 32;
        at += 1 + u8(at);
        at += 2 + u16(at);
        at += 1 + u8(at);
        int end = at + 2 + u16(at);
        at += 2;
        while (at < end) {
            int type = u16(at);
            int length = u16(at + 2);
            at += 4;
            if (type == ALPN) {
                return names(at + 2, at + length);
            }
            at += length;
        }
        return false;
    }

    private boolean names(int from, int end) {
        int name = from;
        while (name < end) {
            int length = u8(name);
            if (new String(bytes, name + 1, length, StandardCharsets.US_ASCII).contains("mqtt")) {
                return true;
            }
            name += 1 + length;
        }
        return false;
    }

    private int u8(int index) {
        return bytes[index] & 0xFF;
    }

    private int u16(int index) {
        return u8(index) << 8 | u8(index + 1);
    }
}
