package dev.fourshake.app.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of a payload come from. Reading may touch the disk: off the JavaFX thread. */
public sealed interface PayloadSource {

    /** No bytes at all: with retain, it deletes the retained message. */
    PayloadSource EMPTY = new Text("");

    /** @throws ClientFailure of kind PAYLOAD, with a sentence that says where the mistake is */
    byte[] read() throws ClientFailure;

    /** Text, sent as UTF-8. */
    record Text(String text) implements PayloadSource {

        @Override
        public byte[] read() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Hexadecimal digits, as people write them; see {@link HexText}. */
    record Hex(String text) implements PayloadSource {

        @Override
        public byte[] read() throws ClientFailure {
            return HexText.parse(text);
        }
    }

    /** All bytes of a file. */
    record FromFile(Path file) implements PayloadSource {

        /** Remaining Length has four bytes (MQTT 5.0 section 1.5.5). */
        private static final long LARGEST = 268_435_455;

        @Override
        public byte[] read() throws ClientFailure {
            try {
                if (Files.size(file) > LARGEST) {
                    throw ClientFailure.of(ClientFailure.Kind.PAYLOAD,
                            ClientFailure.text("payload.file.large", file.toString()));
                }
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw ClientFailure.of(ClientFailure.Kind.PAYLOAD,
                        ClientFailure.text("payload.file", file.toString(), Reason.of(e)), e);
            }
        }
    }
}
