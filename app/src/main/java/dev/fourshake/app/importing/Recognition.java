package dev.fourshake.app.importing;

import dev.fourshake.app.tcp.Peer;
import dev.fourshake.app.websocket.HttpHead;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Subprotocols;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what a connection carries, and keeps its bytes until that is known.
 *
 * <p>Where the SYN was seen, the first bytes of its sender tell: an MQTT client begins with CONNECT. In the middle of a
 * connection several packets must follow each other. To the port of MQTT everything is a link that is not TLS or HTTP:
 * what it carries may be broken, and that is what the user wants to see.
 */
final class Recognition {

    enum Result { UNSURE, MQTT, WEBSOCKET, TLS_LINK, TLS, HTTP, OTHER }

    /** So much is kept, and looked at. */
    private static final int MOST_BYTES = 1 << 14;
    private static final int HEAD_BYTES = 16;
    private static final long BEGUN_UNSEEN = -1;

    /** @param gap bytes that are missing; {@link #BEGUN_UNSEEN} where the beginning is */
    private record Kept(Peer from, Bytes chunk, long gap, long timeNanos) {
    }

    private final int firstPort;
    private final int secondPort;
    private final boolean begun;
    private final List<Kept> kept = new ArrayList<>();
    private int bytes;
    /** Not empty where the beginning was not seen. */
    private StreamProbe[] probes = {};
    /** Who has sent the request for a WebSocket; null before. */
    private Peer asker;
    private final HttpHead request = new HttpHead();
    private final HttpHead answer = new HttpHead();
    private final WebSocketGuess carried = new WebSocketGuess();
    private Result result = Result.UNSURE;

    Recognition(int firstPort, int secondPort, boolean begun) {
        this.firstPort = firstPort;
        this.secondPort = secondPort;
        this.begun = begun;
    }

    void data(Peer from, Bytes chunk, long timeNanos) {
        if (!begun && probes.length == 0) {
            probe();
        }
        // A copy, so that a few bytes do not keep all that the file was read in.
        kept.add(new Kept(from, Bytes.of(chunk.toArray()), 0, timeNanos));
        bytes += chunk.length();
        if (probes.length > 0) {
            probes[from.ordinal()].data(chunk);
        }
        result = asker == null ? judge(from) : upgrade(from, chunk);
        if (result == Result.HTTP && isPort(KnownPorts.MQTT)) {
            result = Result.MQTT;
        }
        if (result == Result.UNSURE && bytes > MOST_BYTES) {
            giveUp();
        }
    }

    void begunUnseen(Peer from, long timeNanos) {
        if (probes.length == 0) {
            probe();
        }
        kept.add(new Kept(from, Bytes.EMPTY, BEGUN_UNSEEN, timeNanos));
    }

    void gap(Peer from, long missing, long timeNanos) {
        if (probes.length == 0) {
            probe();
        }
        kept.add(new Kept(from, Bytes.EMPTY, missing, timeNanos));
        probes[from.ordinal()].gap(missing);
        carried.gap();
    }

    /** From now on packets in the middle are looked for. */
    private void probe() {
        probes = new StreamProbe[] {new StreamProbe(), new StreamProbe()};
    }

    /** Whether anything was seen. */
    boolean isUsed() {
        return !kept.isEmpty();
    }

    Result result() {
        return result;
    }

    /** Whether a WebSocket was seen from its upgrade on. */
    boolean hasUpgrade() {
        return asker != null;
    }

    /** Nothing more comes that could tell. */
    void giveUp() {
        result = isPort(KnownPorts.MQTT) ? Result.MQTT : asker != null ? Result.HTTP : Result.OTHER;
    }

    /** Gives all that was kept to the reader that is the right one. */
    void replay(StreamReader reader) {
        for (Kept one : kept) {
            if (one.gap == BEGUN_UNSEEN) {
                reader.begunUnseen(one.from, one.timeNanos);
            } else if (one.gap > 0) {
                reader.gap(one.from, one.gap, one.timeNanos);
            } else {
                reader.data(one.from, one.chunk, one.timeNanos);
            }
        }
    }

    /** Who is the client, as far as is known. */
    Peer client() {
        if (begun) {
            return Peer.FIRST;
        }
        if (asker != null) {
            return asker;
        }
        for (int i = 0; i < probes.length; i++) {
            Peer peer = Peer.values()[i];
            switch (probes[i].role()) {
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
        byte[] head = head(from, HEAD_BYTES);
        return switch (StreamGuess.of(head, head.length)) {
            case MQTT -> Result.MQTT;
            case TLS -> tls(from);
            case HTTP -> {
                asker = from;
                yield upgrade(from, Bytes.of(head(from, MOST_BYTES)));
            }
            case OTHER -> isPort(KnownPorts.MQTT) ? Result.MQTT
                    : probes.length == 0 ? Result.OTHER : byPackets();
            case UNSURE -> byPackets();
        };
    }

    /** Where the port does not tell, the client's hello may. */
    private Result tls(Peer from) {
        if (isPort(KnownPorts.SECURE_MQTT) || isPort(KnownPorts.MQTT)) {
            return Result.TLS_LINK;
        }
        byte[] hello = head(from, MOST_BYTES);
        if (!ClientHello.isWhole(hello)) {
            return Result.UNSURE;
        }
        return ClientHello.asksForMqtt(hello) ? Result.TLS_LINK : Result.TLS;
    }

    /** Request and answer have to be seen as a whole. */
    private Result upgrade(Peer from, Bytes chunk) {
        HttpHead head = from == asker ? request : answer;
        int skip = head.add(chunk);
        if (from == asker && skip < chunk.length()) {
            carried.data(chunk.from(skip));
        }
        if (head.isTooLong() || request.isWhole() && !request.asksForWebSocket()
                || answer.isWhole() && !(request.isWhole() && answer.switches())) {
            return Result.HTTP;
        }
        if (!answer.isWhole()) {
            return Result.UNSURE;
        }
        return request.asksForMqtt() ? Result.WEBSOCKET : switch (carried.guess()) {
            case MQTT -> Result.WEBSOCKET;
            case UNSURE -> Result.UNSURE;
            case HTTP, TLS, OTHER -> Result.HTTP;
        };
    }

    /** What was agreed on for the WebSocket, where it was seen from its upgrade on. */
    Optional<Subprotocols> subprotocols() {
        return answer.isWhole() && answer.switches()
                ? Optional.of(new Subprotocols(request.subprotocols(), answer.subprotocols())) : Optional.empty();
    }

    private Result byPackets() {
        for (int i = 0; i < probes.length; i++) {
            if (probes[i].hasFoundMqtt()) {
                return Result.MQTT;
            }
            if (probes[i].hasFoundWebSocket() && isMaskedAsItMustBe(Peer.values()[i], probes[i])) {
                return Result.WEBSOCKET;
            }
        }
        return Result.UNSURE;
    }

    /**
     * A client masks all its frames and a server none (RFC 6455 section 5.1). The last bytes of a packet before a
     * PUBLISH look like the head of a frame around it, if only they tell its length by chance.
     */
    private boolean isMaskedAsItMustBe(Peer peer, StreamProbe probe) {
        return !begun || (probe.role() == StreamProbe.Role.CLIENT) == (peer == Peer.FIRST);
    }

    /** The first bytes of a direction; none where something is missing before them. */
    private byte[] head(Peer from, int most) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (Kept one : kept) {
            if (one.from == from) {
                if (one.gap > 0 || head.size() >= most) {
                    break;
                }
                Bytes chunk = one.chunk.slice(0, Math.min(one.chunk.length(), most - head.size()));
                head.writeBytes(chunk.toArray());
            }
        }
        return head.toByteArray();
    }

    private boolean isPort(int port) {
        return secondPort == port || !begun && firstPort == port;
    }
}
