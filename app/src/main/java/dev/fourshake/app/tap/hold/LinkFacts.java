package dev.fourshake.app.tap.hold;

import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.session.Link;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known of a link beyond a single packet: from the packets that were looked at since something is to be held,
 * and else from the trace, which may be some milliseconds behind. On the link's event loop only.
 */
final class LinkFacts {

    private final Supplier<TraceSnapshot> trace;
    private final int link;
    private Optional<ProtocolVersion> version = Optional.empty();
    private String clientId = "";
    private final Map<Direction, TopicAliases> aliases = new EnumMap<>(Direction.class);

    /** @param trace what it has read so far */
    LinkFacts(Supplier<TraceSnapshot> trace, int link) {
        this.trace = trace;
        this.link = link;
    }

    int link() {
        return link;
    }

    /** A packet that is looked at: the first CONNECT tells who speaks. */
    Decoded read(Direction direction, Bytes raw) {
        Decoded decoded = Decoder.decode(raw, version(), direction);
        if (version.isEmpty() && direction == Direction.CLIENT_TO_SERVER
                && decoded.packet().orElse(null) instanceof Connect connect) {
            version = Optional.of(decoded.version());
            clientId = connect.clientId();
        }
        return decoded;
    }

    /** As its CONNECT said; MQTT 3.1.1 where that was not seen. */
    ProtocolVersion version() {
        if (version.isEmpty()) {
            version = known().flatMap(Link::version);
        }
        return version.orElse(ProtocolVersion.MQTT_3_1_1);
    }

    /** Empty where nobody knows; the broker's choice where the client left it to it. */
    String clientId() {
        if (clientId.isEmpty()) {
            clientId = known().filter(seen -> seen.session() >= 0)
                    .map(seen -> trace.get().sessions().get(seen.session()).clientId()).orElse("");
        }
        return clientId;
    }

    /** Keep Alive in seconds, as far as the trace has read it; 0 where there is none. Any thread. */
    int keepAlive() {
        return known().map(Link::keepAlive).orElse(0);
    }

    /** When the trace began. */
    long startNanos(long nowNanos) {
        TraceSnapshot seen = trace.get();
        return seen.rowCount() == 0 ? nowNanos : seen.timeNanos(0);
    }

    private Optional<Link> known() {
        TraceSnapshot seen = trace.get();
        return link <= seen.links().size() ? Optional.of(seen.links().get(link - 1)) : Optional.empty();
    }

    // ------------------------------------------------------------------ Topic Aliases (MQTT 5.0 section 3.3.2.3.4)

    /** Its Topic Alias resolved, and remembered where it sets one; empty where it stands for nothing that is known. */
    String topic(Direction direction, Publish publish) {
        long alias = publish.properties().number(PropertyId.TOPIC_ALIAS).orElse(0);
        if (alias == 0 || !version().isMqtt5()) {
            return publish.topicName();
        }
        TopicAliases known = aliases.computeIfAbsent(direction, _ -> new TopicAliases(trace, link, direction));
        if (!publish.topicName().isEmpty()) {
            known.set(alias, publish.topicName());
        }
        return known.topic(alias);
    }

    /** A PUBLISH passes this way that is not looked at: it may set any alias anew. */
    void forgetAliases(Direction direction) {
        aliases.remove(direction);
    }

    /** Nothing is looked at from now on. */
    void forgetAliases() {
        aliases.clear();
    }
}
