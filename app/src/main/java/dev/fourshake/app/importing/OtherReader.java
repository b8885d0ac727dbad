package dev.fourshake.app.importing;

import dev.fourshake.app.importing.ImportSummary.Protocol;
import dev.fourshake.app.tcp.Peer;
import dev.fourshake.model.wire.Bytes;

/** A connection that is not MQTT, as far as anybody can see: it is counted. */
final class OtherReader implements StreamReader {

    private final ImportSummary summary;
    private final Protocol protocol;

    OtherReader(ImportSummary summary, Protocol protocol) {
        this.summary = summary;
        this.protocol = protocol;
        summary.connection(protocol);
    }

    @Override
    public void data(Peer from, Bytes chunk, long timeNanos) {
        summary.bytes(protocol, chunk.length());
    }

    @Override
    public void gap(Peer from, long bytes, long timeNanos) {
        summary.bytes(protocol, bytes);
    }

    @Override
    public void end(Peer from, long timeNanos) {
        // All was counted.
    }
}
