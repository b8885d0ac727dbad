package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;

/**
 * Decodes one frame after the other as {@link Decoder#decode} does, and remembers the Topic Names: for whoever reads
 * millions of them. Not for several threads.
 */
public final class SerialDecoder {

    private final TopicNames names = new TopicNames();
    private final PacketReader in = new PacketReader(names);

    /** The packet, in a version and a direction that are known. */
    public Decoded decode(Bytes frame, ProtocolVersion version, Direction direction) {
        in.restart(frame, version, direction);
        Decoded decoded = Decoder.read(in);
        if (in.topic() == TopicNames.NONE && decoded.isOk()
                && decoded.packet().orElse(null) instanceof Publish publish) {
            in.learnTopic(publish.topicName());
        }
        return decoded;
    }

    /**
     * A number for the Topic Name of the packet that was decoded last, the same for the same name always; 0 where it
     * has none that is good.
     */
    public int topic() {
        return in.topic();
    }
}
