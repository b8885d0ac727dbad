package dev.fourshake.app.importing;

import java.nio.charset.StandardCharsets;

/** What a stream looks like by its first bytes. */
enum StreamGuess {
    /** Too little was seen to tell. */
    UNSURE,
    /** It begins with a CONNECT. */
    MQTT,
    /** A request or an answer; it may become a WebSocket. */
    HTTP,
    TLS,
    /** Anything else. */
    OTHER;

    private static final String[] HTTP_STARTS = {"GET ", "HTTP/1", "POST ", "PUT ", "HEAD ", "OPTIONS ", "DELETE ",
        "CONNECT ", "PATCH ", "PRI * "};
    private static final byte[] MQTT_NAME = {0, 4, 'M', 'Q', 'T', 'T'};
    private static final byte[] MQISDP_NAME = {0, 6, 'M', 'Q', 'I', 's', 'd', 'p'};

    /** @param head the first {@code length} bytes of one direction */
    static StreamGuess of(byte[] head, int length) {
        if (length == 0) {
            return UNSURE;
        }
        int first = head[0] & 0xFF;
        if (first == 0x10) {
            return connect(head, length);
        }
        if (first >= 0x14 && first <= 0x17) {
            return tls(head, length);
        }
        return http(head, length);
    }

    private static StreamGuess connect(byte[] head, int length) {
        for (int at = 1; at <= 4; at++) {
            if (at >= length) {
                return UNSURE;
            }
            if (head[at] >= 0) {
                StreamGuess guess = starts(head, at + 1, length, MQTT_NAME, MQTT);
                return guess == OTHER ? starts(head, at + 1, length, MQISDP_NAME, MQTT) : guess;
            }
        }
        return OTHER;
    }

    private static StreamGuess tls(byte[] head, int length) {
        if (length < 3) {
            return length > 1 && head[1] != 3 ? OTHER : UNSURE;
        }
        return head[1] == 3 && head[2] <= 4 && head[2] >= 0 ? TLS : OTHER;
    }

    private static StreamGuess http(byte[] head, int length) {
        StreamGuess best = OTHER;
        for (String start : HTTP_STARTS) {
            StreamGuess guess = starts(head, 0, length, start.getBytes(StandardCharsets.US_ASCII), HTTP);
            if (guess == HTTP) {
                return HTTP;
            }
            best = guess == UNSURE ? UNSURE : best;
        }
        return best;
    }

    private static StreamGuess starts(byte[] head, int from, int length, byte[] name, StreamGuess then) {
        for (int i = 0; i < name.length; i++) {
            if (from + i >= length) {
                return UNSURE;
            }
            if (head[from + i] != name[i]) {
                return OTHER;
            }
        }
        return then;
    }
}
