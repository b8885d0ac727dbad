package dev.fourshake.model.trace;

import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Map;

/** MQTT 5 properties of a {@link Line} that is no PUBLISH, by the words that it has for them. */
final class LineProperties {

    private static final Map<String, Integer> BYTES = Map.of("problems", 0x17, "asks", 0x19, "maxqos", 0x24,
            "retained", 0x25, "wildcards", 0x28, "identifiers", 0x29, "shared", 0x2A);
    private static final Map<String, Integer> SHORTS = Map.of("serverkeep", 0x13, "max", 0x21, "aliases", 0x22);
    private static final Map<String, Integer> TEXTS = Map.of("assigned", 0x12, "method", 0x15, "response", 0x1A,
            "reason", 0x1F);

    private LineProperties() {
    }

    static PacketBytes of(Line line, ProtocolVersion version) {
        PacketBytes properties = new PacketBytes(version);
        if (line.type == PacketType.PUBLISH) {
            return properties;
        }
        BYTES.forEach((word, id) -> {
            if (line.has(word)) {
                properties.u8(id).u8(line.number(word, 0));
            }
        });
        SHORTS.forEach((word, id) -> {
            if (line.has(word)) {
                properties.u8(id).u16(line.number(word, 0));
            }
        });
        TEXTS.forEach((word, id) -> {
            if (line.has(word)) {
                properties.u8(id).text(line.get(word, ""));
            }
        });
        if (line.has("size")) {
            properties.u8(0x27).u32(line.number("size", 0));
        }
        if (line.has("user")) {
            properties.u8(0x26).text("name").text(line.get("user", ""));
        }
        return properties;
    }
}
