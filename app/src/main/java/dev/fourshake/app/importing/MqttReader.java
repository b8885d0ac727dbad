package dev.fourshake.app.importing;

import dev.fourshake.app.tcp.Peer;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.Framer;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.PacketType;

/** Cuts both directions of a link into MQTT packets. */
final class MqttReader implements StreamReader {

    private final Wire wire;
    private final int link;
    private final Half client;
    private final Half broker;
    private final Peer clientPeer;

    MqttReader(Wire wire, int link, Peer clientPeer) {
        this.wire = wire;
        this.link = link;
        this.clientPeer = clientPeer;
        client = new Half(Direction.CLIENT_TO_SERVER);
        broker = new Half(Direction.SERVER_TO_CLIENT);
    }

    @Override
    public void data(Peer from, Bytes chunk, long timeNanos) {
        data(from, chunk, false, timeNanos);
    }

    /** @param text whether the bytes came in a text frame of a WebSocket */
    void data(Peer from, Bytes chunk, boolean text, long timeNanos) {
        half(from).data(chunk, text, half(from.other()), timeNanos);
    }

    @Override
    public void begunUnseen(Peer from, long timeNanos) {
        half(from).begunUnseen();
    }

    @Override
    public void gap(Peer from, long bytes, long timeNanos) {
        half(from).missed(bytes, bytes, half(from.other()), timeNanos);
    }

    /** Bytes are missing that were not all of the stream: where it goes on is unknown. */
    void lost(Peer from, long bytes, long timeNanos) {
        half(from).missed(Long.MAX_VALUE, bytes, half(from.other()), timeNanos);
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
        /** It may have begun earlier, and that was not told yet. */
        private boolean begunUnseen;
        /** The bytes that come now are text. */
        private boolean text;
        /** Some of the packet that is not whole yet came in text. */
        private boolean begunInText;
        /** Some of the bytes that are still searched for a packet came in text. */
        private boolean searchedInText;

        Half(Direction direction) {
            this.direction = direction;
        }

        void begunUnseen() {
            begunUnseen = true;
            framer.search(true);
        }

        void data(Bytes chunk, boolean isText, Half back, long timeNanos) {
            time = timeNanos;
            text = isText || searchedInText;
            if (back.framer.isTrusted()) {
                framer.trust();
            }
            framer.feed(chunk, this);
            begunInText = framer.pending() > 0 && (begunInText || text);
            searchedInText = framer.isSearching() && text;
            text = false;
        }

        void foreign(Bytes chunk, long timeNanos) {
            time = timeNanos;
            opaque(chunk);
        }

        /** @param ofStream how many of the stream are missing at least, which are not all where more is uncertain */
        void missed(long ofStream, long bytes, Half back, long timeNanos) {
            time = timeNanos;
            back.framer.passOver();
            begunUnseen = false;
            // The link is MQTT, even if nothing was seen of this direction yet: little is asked for to find a packet.
            framer.trust();
            text = searchedInText;
            framer.gap(ofStream, this);
            text = false;
            searchedInText = false;
            wire.add(new FramesMissed(link, timeNanos, direction, bytes, -1));
        }

        void end(long timeNanos) {
            time = timeNanos;
            text = searchedInText;
            framer.end(this);
            text = false;
        }

        @Override
        public void packet(Bytes raw) {
            if (begunUnseen && PacketType.ofFirstByte(raw.at(0)) != firstOfAll()) {
                tellBegunUnseen();
            }
            begunUnseen = false;
            tell(Frame.passed(link, time, direction, raw));
        }

        @Override
        public void opaque(Bytes raw) {
            if (begunUnseen) {
                tellBegunUnseen();
            }
            tell(Frame.opaque(link, time, direction, raw));
        }

        private void tell(Frame frame) {
            wire.add(text || begunInText ? frame.inText() : frame);
            begunInText = false;
        }

        private void tellBegunUnseen() {
            begunUnseen = false;
            wire.add(new FramesMissed(link, time, direction, 0, -1));
        }

        /** What this direction begins with on every link: before it nothing can be missing. */
        private PacketType firstOfAll() {
            return switch (direction) {
                case CLIENT_TO_SERVER -> PacketType.CONNECT;
                case SERVER_TO_CLIENT -> PacketType.CONNACK;
            };
        }
    }
}
