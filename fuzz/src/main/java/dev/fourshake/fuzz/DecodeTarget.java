package dev.fourshake.fuzz;

import dev.fourshake.app.decode.PacketDecoder;
import java.nio.charset.StandardCharsets;

/** Any line is answered with one line that is a JSON object. */
public final class DecodeTarget {

    private DecodeTarget() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String answer = PacketDecoder.answer(new String(data, StandardCharsets.UTF_8));
        Promise.hold(answer.startsWith("{") && answer.endsWith("}"), "the answer is an object");
        Promise.hold(answer.indexOf('\n') < 0, "the answer is one line");
    }
}
