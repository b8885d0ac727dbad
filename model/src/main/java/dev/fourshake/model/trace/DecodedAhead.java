package dev.fourshake.model.trace;

import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.dissect.SerialDecoder;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.model.wire.WireEvent;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes frames before they are judged, and looks their topics up: so whoever reads a file does a part of the work of
 * the thread that judges it. Each link is read in the version of its last CONNECT; the judge, who knows better, decodes
 * once more what it reads in another version. Takes all events in their order. Not for several threads.
 */
public final class DecodedAhead {

    /** So many links are followed; the frames of later ones are left to the judge. */
    private static final int MOST_LINKS = 1 << 20;

    private final SerialDecoder decoder = new SerialDecoder();
    private ProtocolVersion[] versions = new ProtocolVersion[64];

    /** What was found out of each of the events. */
    public Ahead of(List<WireEvent> events) {
        Ahead ahead = new Ahead(events.size());
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Frame frame && !frame.opaque() && !frame.raw().isEmpty()
                    && frame.link() > 0 && frame.link() < MOST_LINKS) {
                decode(frame, i, ahead);
            }
        }
        return ahead;
    }

    private void decode(Frame frame, int index, Ahead ahead) {
        int firstByte = frame.raw().at(0);
        PacketType type = PacketType.ofFirstByte(firstByte);
        if (type == PacketType.CONNECT) {
            connect(frame);
        } else if (type != PacketType.CONNACK) {
            // What the trace keeps of a CONNACK must not keep the whole buffer that it came in.
            Decoded decoded = decoder.decode(frame.raw(), version(frame.link()), frame.direction());
            ahead.decoded[index] = decoded;
            ahead.firstBytes[index] = (byte) firstByte;
            if (decoded.packet().orElse(null) instanceof Publish publish) {
                ahead.topics[index] = decoder.topic();
                ahead.contents[index] = publish.payload().fingerprint();
            }
        }
    }

    private void connect(Frame frame) {
        if (frame.direction() == Direction.CLIENT_TO_SERVER) {
            Decoded decoded = Decoder.decode(frame.raw(), version(frame.link()), frame.direction());
            if (decoded.packet().orElse(null) instanceof Connect) {
                if (frame.link() >= versions.length) {
                    versions = Arrays.copyOf(versions, Math.max(frame.link() + 1, versions.length * 2));
                }
                versions[frame.link()] = decoded.version();
            }
        }
    }

    private ProtocolVersion version(int link) {
        ProtocolVersion version = link < versions.length ? versions[link] : null;
        return version == null ? ProtocolVersion.MQTT_3_1_1 : version;
    }
}
