package dev.fourshake.app.importing;

import dev.fourshake.app.tcp.Peer;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Framer;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out what a connection carries, and keeps its bytes until that is known.
 *
 * <p>Where the SYN was seen, the first bytes of its sender tell: an MQTT client begins with CONNECT. In the middle of a
 * connection several packets must follow each other. To the port of MQTT everything is a link that is not TLS or HTTP:
 * what it carries may be broken, and that is what the user wants to see.
 */
final class Recognition {

    enum Result { UNSURE, MQTT, TLS_LINK, TLS, HTTP, OTHER }

    /** So much is kept, and looked at. */
    private static final int MOST_BYTES = 1 << 14;
    private static final int HEAD_BYTES = 16;

    private record Kept(Peer from, Bytes chunk, long gap, long timeNanos) {
    }

    private final int firstPort;
    private final int secondPort;
    private final boolean begun;
    private final List<Kept> kept = new ArrayList<>();
    private final Head[] heads = {new Head(), new Head()};
    private final Probe[] probes;
    private int bytes;
    private boolean holed;
    private Result result = Result.UNSURE;

    Recognition(int firstPort, int secondPort, boolean begun) {
        this.firstPort = firstPort;
        this.secondPort = secondPort;
        this.begun = begun;
        probes = begun ? new Probe[0] : new Probe[] {new Probe(), new Probe()};
    }

    void data(Peer from, Bytes chunk, long timeNanos) {
        kept.add(new Kept(from, chunk, 0, timeNanos));
        bytes += chunk.length();
        heads[from.ordinal()].add(chunk);
        if (!begun) {
            probes[from.ordinal()].data(chunk);
        }
        result = judge(from);
        if (result == Result.UNSURE && bytes > MOST_BYTES) {
            giveUp();
        }
    }

    void gap(Peer from, long missing, long timeNanos) {
        kept.add(new Kept(from, Bytes.EMPTY, missing, timeNanos));
        holed = true;
        if (!begun) {
            probes[from.ordinal()].gap(missing);
        }
    }

    /** Whether anything was seen. */
    boolean isUsed() {
        return !kept.isEmpty();
    }

    Result result() {
        return result;
    }

    /** Nothing more comes that could tell. */
    void giveUp() {
        result = isMqttPort() ? Result.MQTT : Result.OTHER;
    }

    /** Gives all that was kept to the reader that is the right one. */
    void replay(StreamReader reader) {
        for (Kept one : kept) {
            if (one.gap > 0) {
                reader.gap(one.from, one.gap, one.timeNanos);
            } else {
                reader.data(one.from, one.chunk, one.timeNanos);
            }
        }
        kept.clear();
    }

    /** Who is the client, as far as is known. */
    Peer client() {
        if (begun) {
            return Peer.FIRST;
        }
        for (Peer peer : Peer.values()) {
            switch (probes[peer.ordinal()].role) {
                case CLIENT -> {
                    return peer;
                }
                case BROKER -> {
                    return peer.other();
                }
                case UNKNOWN -> { }
            }
        }
        return KnownPorts.isSecondBroker(firstPort, secondPort) ? Peer.FIRST : Peer.SECOND;
    }

    private Result judge(Peer from) {
        Head head = heads[from.ordinal()];
        StreamGuess guess = holed ? StreamGuess.UNSURE : StreamGuess.of(head.bytes, head.length);
        return switch (guess) {
            case MQTT -> Result.MQTT;
            case TLS -> isPort(KnownPorts.SECURE_MQTT) || isMqttPort() ? Result.TLS_LINK : Result.TLS;
            case HTTP -> Result.HTTP;
            case OTHER -> {
                if (isMqttPort()) {
                    yield Result.MQTT;
                }
                yield begun ? Result.OTHER : byPackets();
            }
            case UNSURE -> holed && isMqttPort() ? Result.MQTT : byPackets();
        };
    }

    private Result byPackets() {
        for (Probe probe : probes) {
            if (probe.found) {
                return Result.MQTT;
            }
        }
        return Result.UNSURE;
    }

    private boolean isMqttPort() {
        return isPort(KnownPorts.MQTT);
    }

    private boolean isPort(int port) {
        return secondPort == port || !begun && firstPort == port;
    }

    /** The first bytes of a direction. */
    private static final class Head {

        private final byte[] bytes = new byte[HEAD_BYTES];
        private int length;

        void add(Bytes chunk) {
            int count = Math.min(chunk.length(), bytes.length - length);
            chunk.copyTo(0, bytes, length, count);
            length += count;
        }
    }

    private enum Role { UNKNOWN, CLIENT, BROKER }

    /** Looks for packets in a direction that begins in the middle. */
    private static final class Probe implements Framer.Sink {

        private final Framer framer = new Framer();
        private boolean found;
        private Role role = Role.UNKNOWN;

        Probe() {
            framer.search(false);
        }

        void data(Bytes chunk) {
            framer.feed(chunk, this);
        }

        void gap(long missing) {
            framer.gap(missing, this);
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
    }
}
