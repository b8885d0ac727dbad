package dev.fourshake.app.decode;

import java.util.Locale;
import java.util.Optional;

/** What came before a packet on its connection. */
enum DecodeContext {
    /** Nobody knows: only the bytes are judged. */
    ALONE,
    /** Nothing yet. */
    FIRST,
    /** CONNECT and an accepting CONNACK. */
    CONNECTED;

    /** How it is written in a request. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DecodeContext> ofCode(String code) {
        for (DecodeContext context : values()) {
            if (context.code().equals(code)) {
                return Optional.of(context);
            }
        }
        return Optional.empty();
    }
}
