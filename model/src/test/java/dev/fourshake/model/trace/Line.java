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
 * nolocal, rap, rh, subid, will, willqos, willretain, willdelay, willuser, format, content, response, correlation,
 * user}, and the properties that {@link LineProperties} names; several filters, codes, user properties and subscription
 * identifiers stand with commas between them.
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
        PacketBytes properties = LineProperties.of(this, version);
        return switch (type) {
            case RESERVED -> throw new IllegalArgumentException("RESERVED");
            case CONNECT -> connect(version, out, properties);
            case CONNACK -> {
                if (has("expiry")) {
                    properties.u8(0x11).u32(number("expiry", 0));
                }
                yield out.u8(has("present") ? 1 : 0).u8(number("rc", 0)).properties(properties).packet(0x20);
            }
            case PUBLISH -> publish(out, properties);
            case PUBACK, PUBREC, PUBREL, PUBCOMP -> {
                out.u16(packetId());
                if (version.isMqtt5() && !properties.isEmpty()) {
                    out.u8(number("rc", 0)).properties(properties);
                } else if (has("rc")) {
                    out.u8(number("rc", 0));
                }
                yield out.packet(type.value() << 4 | (type == PacketType.PUBREL ? 2 : 0));
            }
            case SUBSCRIBE -> subscribe(out, properties);
            case UNSUBSCRIBE -> {
                out.u16(packetId()).properties(properties);
                for (String filter : get("filter", "a/#").split(",")) {
                    out.text(filter);
                }
                yield out.packet(0xA2);
            }
            case SUBACK -> {
                out.u16(packetId()).properties(properties);
                yield codes(out, get("rc", "2")).packet(0x90);
            }
            case UNSUBACK -> {
                out.u16(packetId()).properties(properties);
                yield (version.isMqtt5() ? codes(out, get("rc", "0")) : out).packet(0xB0);
            }
            case PINGREQ -> out.packet(0xC0);
            case PINGRESP -> out.packet(0xD0);
            case DISCONNECT -> {
                if (has("expiry")) {
                    properties.u8(0x11).u32(number("expiry", 0));
                }
                if (has("rc") || !properties.isEmpty()) {
                    out.u8(number("rc", 0)).properties(properties);
                }
                yield out.packet(0xE0);
            }
            case AUTH -> out.u8(number("rc", 0x18))
                    .properties(has("method") ? properties : properties.u8(0x15).text("SCRAM")).packet(0xF0);
        };
    }

    private static PacketBytes codes(PacketBytes out, String codes) {
        for (String code : codes.split(",")) {
            out.u8(Integer.decode(code));
        }
        return out;
    }

    private Bytes subscribe(PacketBytes out, PacketBytes properties) {
        if (has("subid")) {
            properties.u8(0x0B).u8(number("subid", 0));
        }
        out.u16(packetId()).properties(properties);
        int options = number("qos", 2) | (has("nolocal") ? 4 : 0) | (has("rap") ? 8 : 0) | number("rh", 0) << 4;
        for (String filter : get("filter", "a/#").split(",")) {
            out.text(filter).u8(options);
        }
        return out.packet(0x82);
    }

    private Bytes connect(ProtocolVersion version, PacketBytes out, PacketBytes properties) {
        if (has("expiry")) {
            properties.u8(0x11).u32(Long.decode(get("expiry", "0")));
        }
        int flags = (has("clean") ? 2 : 0) | (has("will") ? 4 : 0) | number("willqos", 0) << 3
                | (has("willretain") ? 0x20 : 0);
        out.text(version.protocolName()).u8(version.level()).u8(flags)
                .u16(number("keep", 60)).properties(properties).text(get("client", "device"));
        if (has("will")) {
            PacketBytes ofWill = new PacketBytes(version);
            if (has("willdelay")) {
                ofWill.u8(0x18).u32(number("willdelay", 0));
            }
            for (String name : has("willuser") ? get("willuser", "").split(",") : new String[0]) {
                ofWill.u8(0x26).text(name).text("1");
            }
            out.properties(ofWill).text("a/b").text(get("will", "gone"));
        }
        return out.packet(0x10);
    }

    private Bytes publish(PacketBytes out, PacketBytes properties) {
        int qos = has("q2") ? 2 : has("q1") ? 1 : 0;
        if (has("alias")) {
            properties.u8(0x23).u16(number("alias", 0));
        }
        if (has("expiry")) {
            properties.u8(0x02).u32(number("expiry", 0));
        }
        if (has("format")) {
            properties.u8(0x01).u8(number("format", 0));
        }
        if (has("content")) {
            properties.u8(0x03).text(get("content", ""));
        }
        if (has("response")) {
            properties.u8(0x08).text(get("response", ""));
        }
        if (has("correlation")) {
            properties.u8(0x09).text(get("correlation", ""));
        }
        for (String name : has("user") ? get("user", "").split(",") : new String[0]) {
            properties.u8(0x26).text(name).text("1");
        }
        for (String identifier : has("subid") ? get("subid", "").split(",") : new String[0]) {
            properties.u8(0x0B).u8(Integer.decode(identifier));
        }
        out.text(get("topic", has("alias") ? "" : "a/b"));
        if (qos > 0) {
            out.u16(packetId());
        }
        out.properties(properties).raw(get("payload", "21.5").getBytes(StandardCharsets.UTF_8));
        return out.packet(0x30 | (has("dup") ? 8 : 0) | qos << 1 | (has("retain") ? 1 : 0));
    }
}
