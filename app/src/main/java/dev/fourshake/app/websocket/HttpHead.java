package dev.fourshake.app.websocket;

import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The head of an HTTP request or answer (RFC 9112), gathered as it comes. Not for several threads. */
public final class HttpHead {

    /** A head that is longer is not looked at. */
    private static final int MOST = 1 << 14;
    private static final String PROTOCOL = "sec-websocket-protocol";
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private byte[] bytes = {};
    private int length;
    private boolean whole;
    private boolean tooLong;

    /** Takes the next bytes; answers how many of them belong to the head. */
    public int add(Bytes chunk) {
        for (int i = 0; i < chunk.length(); i++) {
            if (whole || tooLong) {
                return i;
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(512, 2 * length));
            }
            bytes[length++] = (byte) chunk.at(i);
            whole = length >= END.length && Arrays.equals(bytes, length - END.length, length, END, 0, END.length);
            tooLong = length >= MOST;
        }
        return chunk.length();
    }

    /** Whether its end was there. */
    public boolean isWhole() {
        return whole;
    }

    public boolean isTooLong() {
        return tooLong && !whole;
    }

    /** Whether it asks for a WebSocket (RFC 6455 section 4.1). */
    public boolean asksForWebSocket() {
        String[] lines = lines();
        return lines[0].startsWith("GET ") && has(lines, "upgrade", "websocket");
    }

    /** Whether it asks for one that carries MQTT (MQTT 5.0 section 6), under whatever version's name. */
    public boolean asksForMqtt() {
        return asksForWebSocket() && has(lines(), PROTOCOL, "mqtt");
    }

    /** The subprotocols that it names, as they stand there; empty where it names none. */
    public String subprotocols() {
        return values(lines(), PROTOCOL).collect(Collectors.joining(", "));
    }

    /** Whether it switches to the WebSocket that was asked for. */
    public boolean switches() {
        String[] lines = lines();
        return lines[0].matches("HTTP/1\\.1 101( .*)?") && has(lines, "upgrade", "websocket");
    }

    private String[] lines() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).split("\r\n");
    }

    /** @param value in lower case, as one of the header's names begins */
    private static boolean has(String[] lines, String header, String value) {
        return values(lines, header).flatMap(all -> Arrays.stream(all.split(",")))
                .anyMatch(one -> one.strip().toLowerCase(Locale.ROOT).startsWith(value));
    }

    /** What stands behind each header of this name, which may come several times. */
    private static Stream<String> values(String[] lines, String header) {
        return Arrays.stream(lines).map(line -> line.split(":", 2))
                .filter(line -> line.length == 2 && line[0].strip().equalsIgnoreCase(header))
                .map(line -> line[1].strip());
    }
}
