package dev.fourshake.app.importing;

import dev.fourshake.app.tcp.Peer;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.Framer;
import dev.fourshake.model.wire.FramesMissed;

/** Cuts both directions of a link into MQTT packets. */
final class MqttReader implements StreamReader {

    private final Wire wire;
    private final int link;
    private final Half client;
    private final Half broker;
    private final Peer clientPeer;

    /** @param begun the first bytes will be those of a packet; otherwise the streams begin in the middle */
    MqttReader(Wire wire, int link, Peer clientPeer, boolean begun) {
        this.wire = wire;
        this.link = link;
        this.clientPeer = clientPeer;
        client = new Half(Direction.CLIENT_TO_SERVER, begun);
        broker = new Half(Direction.SERVER_TO_CLIENT, begun);
    }

    @Override
    public void data(Peer from, Bytes chunk, long timeNanos) {
        half(from).data(chunk, half(from.other()), timeNanos);
    }

    @Override
    public void gap(Peer from, long bytes, long timeNanos) {
        half(from).gap(bytes, timeNanos);
    }

    /** Bytes are missing that were not all of the stream: where it goes on is unknown. */
    void lost(Peer from, long bytes, long timeNanos) {
        half(from).lost(bytes, timeNanos);
    }

    /** Bytes that are not of the stream. */
    void foreign(Peer from, Bytes chunk, long timeNanos) {
        half(from).foreign(chunk, timeNanos);
    }

    @Override
    public void end(Peer from, long timeNanos) {
        half(from).end(timeNanos);
    }

    private Half half(Peer from) {
        return from == clientPeer ? client : broker;
    }

    private final class Half implements Framer.Sink {

        private final Direction direction;
        private final Framer framer = new Framer();
        private long time;

        Half(Direction direction, boolean begun) {
            this.direction = direction;
            if (!begun) {
                framer.search(true);
            }
        }

        void data(Bytes chunk, Half back, long timeNanos) {
            time = timeNanos;
            if (back.framer.isTrusted()) {
                framer.trust();
            }
            framer.feed(chunk, this);
        }

        void gap(long bytes, long timeNanos) {
            missed(bytes, bytes, timeNanos);
        }

        void lost(long bytes, long timeNanos) {
            missed(Long.MAX_VALUE, bytes, timeNanos);
        }

        void foreign(Bytes chunk, long timeNanos) {
            time = timeNanos;
            opaque(chunk);
        }

        private void missed(long ofStream, long bytes, long timeNanos) {
            time = timeNanos;
            // The link is MQTT, even if nothing was seen of this direction yet: little is asked for to find a packet.
            framer.trust();
            framer.gap(ofStream, this);
            wire.add(new FramesMissed(link, timeNanos, direction, bytes, -1));
        }

        void end(long timeNanos) {
            time = timeNanos;
            framer.end(this);
        }

        @Override
        public void packet(Bytes raw) {
            wire.add(Frame.passed(link, time, direction, raw));
        }

        @Override
        public void opaque(Bytes raw) {
            wire.add(Frame.opaque(link, time, direction, raw));
        }
    }
}
