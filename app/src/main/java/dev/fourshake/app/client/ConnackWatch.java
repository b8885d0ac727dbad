package dev.fourshake.app.client;

import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Framer;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads along until the broker's first packet is complete. Paho keeps a refusing CONNACK's Reason String to itself and
 * reads a Receive Maximum above 32,767 as a negative number; this has both right. One thread reads, any asks.
 */
final class ConnackWatch {

    private static final byte CONNACK = 0x20;

    private final ProtocolVersion version;
    private final Consumer<Connack> heard;
    private boolean begun;
    private Framer framer = new Framer();
    private volatile Connack seen;

    /** @param heard told of CONNACK on the reading thread, before Paho has it */
    ConnackWatch(ProtocolVersion version, Consumer<Connack> heard) {
        this.version = version;
        this.heard = heard;
    }

    /** @throws NotConnackException if the first byte is that of another packet, or none of MQTT (MQTT-3.2.0-1) */
    void read(byte[] bytes, int offset, int length) throws NotConnackException {
        if (framer != null) {
            if (!begun && bytes[offset] != CONNACK) {
                throw new NotConnackException(bytes[offset] & 0xFF);
            }
            begun = true;
            framer.feed(Bytes.of(Arrays.copyOfRange(bytes, offset, offset + length)), new FirstPacket());
        }
    }

    Optional<Connack> seen() {
        return Optional.ofNullable(seen);
    }

    /** Paho would take the bytes for some packet, and wait for more of them. */
    static final class NotConnackException extends IOException {

        private static final long serialVersionUID = 1;

        private final int firstByte;

        private NotConnackException(int firstByte) {
            this.firstByte = firstByte;
        }

        int firstByte() {
            return firstByte;
        }
    }

    private final class FirstPacket implements Framer.Sink {

        @Override
        public void packet(Bytes raw) {
            if (framer != null) {
                framer = null;
                Decoder.decode(raw, version, Direction.SERVER_TO_CLIENT).packet().ifPresent(packet -> {
                    if (packet instanceof Connack connack) {
                        seen = connack;
                        heard.accept(connack);
                    }
                });
            }
        }

        @Override
        public void opaque(Bytes raw) {
            framer = null;
        }
    }
}
