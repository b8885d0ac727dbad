package dev.fourshake.app.importing;

import dev.fourshake.app.tcp.Peer;
import dev.fourshake.app.websocket.HttpHead;
import dev.fourshake.app.websocket.WebSocketFrames;
import dev.fourshake.model.wire.Bytes;

/** Reads MQTT out of a WebSocket. The upgrade and the frames around the packets are not part of the link. */
final class WebSocketReader implements StreamReader {

    private final MqttReader mqtt;
    private final ImportSummary summary;
    private boolean compressed;
    private final boolean begun;
    private final Half[] halves;

    /** @param begun the stream begins with the upgrade */
    WebSocketReader(MqttReader mqtt, ImportSummary summary, boolean begun) {
        this.mqtt = mqtt;
        this.summary = summary;
        this.begun = begun;
        halves = new Half[] {new Half(Peer.FIRST, begun), new Half(Peer.SECOND, begun)};
    }

    @Override
    public void data(Peer from, Bytes chunk, long timeNanos) {
        halves[from.ordinal()].data(chunk, timeNanos);
    }

    @Override
    public void begunUnseen(Peer from, long timeNanos) {
        if (!begun) {
            mqtt.begunUnseen(from, timeNanos);
        }
    }

    @Override
    public void gap(Peer from, long bytes, long timeNanos) {
        halves[from.ordinal()].gap(bytes, timeNanos);
    }

    @Override
    public void end(Peer from, long timeNanos) {
        mqtt.end(from, timeNanos);
    }

    private final class Half implements WebSocketFrames.Sink {

        private final Peer peer;
        private final WebSocketFrames frames;
        private HttpHead head;
        private long time;
        private long missing;

        Half(Peer peer, boolean begun) {
            this.peer = peer;
            frames = new WebSocketFrames(begun);
            head = begun ? new HttpHead() : null;
        }

        void data(Bytes chunk, long timeNanos) {
            time = timeNanos;
            int skip = 0;
            if (head != null) {
                skip = head.add(chunk);
                head = head.isWhole() ? null : head;
            }
            if (skip < chunk.length()) {
                frames.feed(chunk.from(skip), this);
            }
            if (frames.isCompressed() && !compressed) {
                compressed = true;
                summary.compressed();
            }
        }

        void gap(long bytes, long timeNanos) {
            time = timeNanos;
            missing = bytes;
            head = null;
            frames.gap(bytes, this);
        }

        @Override
        public void payload(Bytes bytes, boolean text) {
            mqtt.data(peer, bytes, text, time);
        }

        @Override
        public void missing(long bytes) {
            if (bytes < 0) {
                mqtt.lost(peer, missing, time);
            } else {
                mqtt.gap(peer, bytes, time);
            }
        }

        @Override
        public void opaque(Bytes bytes) {
            mqtt.foreign(peer, bytes, time);
        }
    }
}
