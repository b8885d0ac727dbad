package dev.fourshake.app.importing;

import dev.fourshake.app.websocket.WebSocketFrames;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Framer;
import dev.fourshake.model.wire.PacketType;

/** Looks for MQTT packets in a direction of which the beginning was not seen, and for such in frames of a WebSocket. */
final class StreamProbe implements Framer.Sink, WebSocketFrames.Sink {

    /** Whose direction it is, by what was found in it. */
    enum Role { UNKNOWN, CLIENT, BROKER }

    private final Framer framer = new Framer();
    private final WebSocketFrames frames = new WebSocketFrames(false);
    /** What frames of a WebSocket carry, if it is one; null within. */
    private final StreamProbe inside;
    private boolean found;
    private Role role = Role.UNKNOWN;

    StreamProbe() {
        this(new StreamProbe(null));
    }

    private StreamProbe(StreamProbe inside) {
        this.inside = inside;
        framer.search(false);
    }

    void data(Bytes chunk) {
        framer.feed(chunk, this);
        if (inside != null) {
            frames.feed(chunk, this);
        }
    }

    void gap(long missing) {
        framer.gap(missing, this);
        if (inside != null) {
            frames.gap(missing, this);
        }
    }

    boolean hasFoundMqtt() {
        return found;
    }

    boolean hasFoundWebSocket() {
        return inside != null && inside.found;
    }

    Role role() {
        if (hasFoundWebSocket()) {
            return frames.isMasked() ? Role.CLIENT : Role.BROKER;
        }
        return role;
    }

    @Override
    public void packet(Bytes raw) {
        found = true;
        if (role == Role.UNKNOWN) {
            role = switch (PacketType.ofFirstByte(raw.at(0))) {
                case CONNECT, SUBSCRIBE, UNSUBSCRIBE, PINGREQ -> Role.CLIENT;
                case CONNACK, SUBACK, UNSUBACK, PINGRESP -> Role.BROKER;
                case RESERVED, PUBLISH, PUBACK, PUBREC, PUBREL, PUBCOMP, DISCONNECT, AUTH -> Role.UNKNOWN;
            };
        }
    }

    @Override
    public void opaque(Bytes raw) {
        // It was looked at.
    }

    @Override
    public void payload(Bytes bytes, boolean text) {
        inside.data(bytes);
    }

    @Override
    public void missing(long bytes) {
        inside.gap(bytes < 0 ? Long.MAX_VALUE : bytes);
    }
}
