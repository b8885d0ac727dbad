package dev.fourshake.ui.view.payload;

import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import java.util.Optional;

/**
 * The payload of one row: of a PUBLISH, or the Will of a CONNECT.
 *
 * @param topic   after its alias was resolved
 * @param place   of the payload's first byte in the packet, -1 if that is not known
 */
record Source(TraceSnapshot trace, int row, String topic, Bytes payload, int place, PayloadHints hints) {

    /** So many rows are looked at for an earlier message on a topic. */
    private static final int FAR = 1_000_000;

    /** Decodes the packet: not for the JavaFX thread. Empty for rows without a payload. */
    static Optional<Source> of(TraceSnapshot trace, int row) {
        Optional<Packet> packet = trace.packet(row);
        if (packet.isEmpty()) {
            return Optional.empty();
        }
        return switch (packet.get()) {
            case Publish publish -> Optional.of(of(trace, row, publish));
            case Connect connect -> connect.will().map(will -> of(trace, row, will));
            case Packet _ -> Optional.empty();
        };
    }

    private static Source of(TraceSnapshot trace, int row, Publish publish) {
        String topic = trace.topic(row);
        // The payload is all that is left of the packet (MQTT 5.0 section 3.3.3).
        int place = trace.raw(row).length() - publish.payload().length();
        return new Source(trace, row, topic, publish.payload(), place, PayloadHints.of(publish, topic,
                other -> lastBefore(trace, row, other, -1).flatMap(earlier -> payload(trace, earlier))));
    }

    private static Source of(TraceSnapshot trace, int row, Will will) {
        Publish publish = new Publish(false, will.qos(), will.retain(), will.topic(), 0, will.properties(),
                will.payload());
        return new Source(trace, row, will.topic(), will.payload(), -1,
                PayloadHints.of(publish, will.topic(), _ -> Optional.empty()));
    }

    /** The message before this one on the same topic, on the same link in the same direction. */
    Optional<Source> previous() {
        return lastBefore(trace, row, topic, trace.link(row)).flatMap(earlier -> of(trace, earlier));
    }

    /** @param link -1 for any, in any direction */
    private static Optional<Integer> lastBefore(TraceSnapshot trace, int row, String topic, int link) {
        for (int i = row - 1; i >= 0 && i > row - FAR; i--) {
            if (trace.kind(i) == RowKind.PACKET && trace.type(i) == PacketType.PUBLISH
                    && (link < 0 || trace.link(i) == link && trace.direction(i) == trace.direction(row))
                    && trace.topic(i).equals(topic)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Optional<Bytes> payload(TraceSnapshot trace, int row) {
        return trace.packet(row).filter(Publish.class::isInstance).map(packet -> ((Publish) packet).payload());
    }
}
