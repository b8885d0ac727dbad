package dev.fourshake.app.importing;

import dev.fourshake.app.tcp.Peer;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;

/**
 * A link that is encrypted: of each direction the first bytes are told, as opaque ones; they show what it is. The
 * others would tell nothing, and are only counted.
 */
final class TlsReader implements StreamReader {

    private final Wire wire;
    private final int link;
    private final Peer client;
    private final long[] counted = new long[2];
    private final boolean[] told = new boolean[2];

    TlsReader(Wire wire, int link, Peer client) {
        this.wire = wire;
        this.link = link;
        this.client = client;
    }

    @Override
    public void data(Peer from, Bytes chunk, long timeNanos) {
        counted[from.ordinal()] += chunk.length();
        if (!told[from.ordinal()]) {
            told[from.ordinal()] = true;
            wire.add(Frame.opaque(link, timeNanos, direction(from), chunk));
        }
    }

    @Override
    public void gap(Peer from, long bytes, long timeNanos) {
        counted[from.ordinal()] += bytes;
    }

    @Override
    public void end(Peer from, long timeNanos) {
        // All was told.
    }

    @Override
    public String detail() {
        return "TLS, " + counted[client.ordinal()] + " bytes from the client, " + counted[client.other().ordinal()]
                + " from the broker";
    }

    private Direction direction(Peer from) {
        return from == client ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
    }
}
