package dev.fourshake.model.trace;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One packet of a {@link Transcript}: {@code TYPE word… key=value…}, e.g. {@code PUBLISH q2 id=7 dup topic=a/b}.
 * Understood are {@code id, topic, payload, alias, expiry, rc, client, keep, present, clean, dup, retain, filter, qos,
 * nolocal, rcs, max}.
 */
final class Line {

    final PacketType type;
    private final Map<String, String> values = new HashMap<>();

    Line(List<String> words) {
        type = PacketType.valueOf(words.getFirst());
        for (String word : words.subList(1, words.size())) {
            int at = word.indexOf('=');
            values.put(at < 0 ? word : word.substring(0, at), at < 0 ? "" : word.substring(at + 1));
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    int number(String key, int otherwise) {
        return has(key) ? Integer.decode(values.get(key)) : otherwise;
    }

    int packetId() {
        return number("id", 0);
    }

    Bytes bytes(ProtocolVersion version) {
        PacketBytes out = new PacketBytes(version);
        PacketBytes properties = new PacketBytes(version);
        return switch (type) {
            case RESERVED -> throw new IllegalArgumentException("RESERVED");
            case CONNECT -> connect(version, out, properties);
            case CONNACK -> {
                if (has("expiry")) {
                    properties.u8(0x11).u32(number("expiry", 0));
                }
                if (has("assigned")) {
                    properties.u8(0x12).text(get("assigned", ""));
                }
                yield out.u8(has("present") ? 1 : 0).u8(number("rc", 0)).properties(properties).packet(0x20);
            }
            case PUBLISH -> publish(out, properties);
            case PUBACK, PUBREC, PUBREL, PUBCOMP -> {
                out.u16(packetId());
                if (has("rc")) {
                    out.u8(number("rc", 0));
                }
                yield out.packet(type.value() << 4 | (type == PacketType.PUBREL ? 2 : 0));
            }
            case SUBSCRIBE -> out.u16(packetId()).properties(properties).text(get("filter", "a/#"))
                    .u8(number("qos", 2) | (has("nolocal") ? 4 : 0)).packet(0x82);
            case UNSUBSCRIBE -> out.u16(packetId()).properties(properties).text(get("filter", "a/#")).packet(0xA2);
            case SUBACK -> out.u16(packetId()).properties(properties).u8(number("rc", 2)).packet(0x90);
            case UNSUBACK -> {
                out.u16(packetId()).properties(properties);
                yield (version.isMqtt5() ? out.u8(number("rc", 0)) : out).packet(0xB0);
            }
            case PINGREQ -> out.packet(0xC0);
            case PINGRESP -> out.packet(0xD0);
            case DISCONNECT -> {
                if (has("expiry")) {
                    properties.u8(0x11).u32(number("expiry", 0));
                }
                if (has("rc") || has("expiry")) {
                    out.u8(number("rc", 0)).properties(properties);
                }
                yield out.packet(0xE0);
            }
            case AUTH -> out.u8(number("rc", 0x18))
                    .properties(properties.u8(0x15).text(get("method", "SCRAM"))).packet(0xF0);
        };
    }

    private Bytes connect(ProtocolVersion version, PacketBytes out, PacketBytes properties) {
        if (has("expiry")) {
            properties.u8(0x11).u32(Long.decode(get("expiry", "0")));
        }
        if (has("max")) {
            properties.u8(0x21).u16(number("max", 0));
        }
        if (has("method")) {
            properties.u8(0x15).text(get("method", ""));
        }
        return out.text(version.protocolName()).u8(version.level()).u8(has("clean") ? 2 : 0)
                .u16(number("keep", 60)).properties(properties).text(get("client", "device")).packet(0x10);
    }

    private Bytes publish(PacketBytes out, PacketBytes properties) {
        int qos = has("q2") ? 2 : has("q1") ? 1 : 0;
        if (has("alias")) {
            properties.u8(0x23).u16(number("alias", 0));
        }
        if (has("expiry")) {
            properties.u8(0x02).u32(number("expiry", 0));
        }
        out.text(get("topic", has("alias") ? "" : "a/b"));
        if (qos > 0) {
            out.u16(packetId());
        }
        out.properties(properties).raw(get("payload", "21.5").getBytes(StandardCharsets.UTF_8));
        return out.packet(0x30 | (has("dup") ? 8 : 0) | qos << 1 | (has("retain") ? 1 : 0));
    }
}
