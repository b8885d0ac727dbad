package dev.fourshake.app.importing;

import dev.fourshake.app.websocket.WebSocketFrames;
import dev.fourshake.model.wire.Bytes;

/** Looks at what a client sends first in a WebSocket of which the request did not say that it is for MQTT. */
final class WebSocketGuess implements WebSocketFrames.Sink {

    private static final int HEAD_BYTES = 16;

    private final WebSocketFrames frames = new WebSocketFrames(true);
    private final byte[] head = new byte[HEAD_BYTES];
    private int length;
    private boolean broken;

    /** The next bytes behind the request. */
    void data(Bytes chunk) {
        frames.feed(chunk, this);
    }

    /** It does not begin with what was seen. */
    void gap() {
        broken = true;
    }

    StreamGuess guess() {
        return broken ? StreamGuess.OTHER : StreamGuess.of(head, length);
    }

    @Override
    public void payload(Bytes bytes, boolean text) {
        int count = Math.min(bytes.length(), HEAD_BYTES - length);
        bytes.copyTo(0, head, length, count);
        length += count;
    }

    @Override
    public void missing(long bytes) {
        broken = true;
    }

    @Override
    public void opaque(Bytes bytes) {
        broken = true;
    }
}
