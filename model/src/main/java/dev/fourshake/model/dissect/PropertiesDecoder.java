package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The properties of a packet or of a Will (MQTT 5.0 section 2.2.2). A property that cannot be read ends them, but not
 * the packet: their length says where it goes on.
 */
final class PropertiesDecoder {

    private final PacketReader in;
    private final boolean ofWill;
    private final List<Property> entries = new ArrayList<>(4);
    /** A bit for each identifier that was there. */
    private long seen;
    private int authenticationDataAt;

    private PropertiesDecoder(PacketReader in, boolean ofWill) {
        this.in = in;
        this.ofWill = ofWill;
    }

    static Properties ofPacket(PacketReader in) {
        return read(in, "Properties", false);
    }

    static Properties ofWill(PacketReader in) {
        return read(in, "Will Properties", true);
    }

    private static Properties read(PacketReader in, String name, boolean ofWill) {
        if (in.isAtEnd()) {
            in.defect(Rule.PROPERTY_LENGTH_MISSING, in.position(), 0, in.type().name(), name);
            throw PacketReader.broken();
        }
        in.open(name);
        int length = in.variableByteInteger("Property Length");
        Properties properties = Properties.NONE;
        if (length > 0) {
            int outerLimit = in.limitTo(length, name);
            properties = new PropertiesDecoder(in, ofWill).all();
            in.restore(outerLimit);
        }
        in.close();
        return properties;
    }

    private Properties all() {
        int depth = in.depth();
        in.whenCut(Rule.PROPERTY_TRUNCATED);
        try {
            while (!in.isAtEnd()) {
                one();
            }
            if (has(PropertyId.AUTHENTICATION_DATA) && !has(PropertyId.AUTHENTICATION_METHOD)) {
                in.defect(Rule.AUTHENTICATION_DATA_ALONE, authenticationDataAt, 1);
            }
        } catch (PacketReader.Broken broken) {
            if (in.isIncomplete()) {
                throw broken;
            }
            in.unread(depth);
        }
        in.speakOf(null);
        in.whenCut(Rule.TRUNCATED);
        return new Properties(entries);
    }

    private void one() {
        in.open("Property");
        int from = in.position();
        int identifier = in.variableByteInteger("Property Identifier");
        Optional<PropertyId> known = PropertyId.of(identifier);
        if (known.isEmpty()) {
            in.defect(Rule.PROPERTY_UNKNOWN, from, in.position() - from, Preview.code(identifier));
            throw PacketReader.broken();
        }
        PropertyId id = known.get();
        in.rename(id.title());
        judgePlace(id, from);
        in.speakOf(id.title());
        Property.Value value = value(id);
        in.speakOf(null);
        entries.add(new Property(id, value));
        in.close(in.isRecording() ? PropertyMeaning.shown(value) : "");
        if (in.isRecording()) {
            PropertyMeaning.explain(in, id, value);
        }
    }

    private void judgePlace(PropertyId id, int from) {
        if (!(ofWill ? id.isAllowedInWill() : id.isAllowedIn(in.type()))) {
            in.defect(Rule.PROPERTY_NOT_ALLOWED, from, 1, id.title(), ofWill ? "Will" : in.type().name());
        } else {
            PropertyRules.judgeDirection(in, id, from);
        }
        boolean repeatable = id == PropertyId.USER_PROPERTY
                || id == PropertyId.SUBSCRIPTION_IDENTIFIER && in.type() == PacketType.PUBLISH;
        if (has(id) && !repeatable) {
            in.defect(Rule.PROPERTY_REPEATED, from, 1, id.title());
        }
        seen |= 1L << id.value();
        if (id == PropertyId.AUTHENTICATION_DATA) {
            authenticationDataAt = from;
        }
    }

    private Property.Value value(PropertyId id) {
        int from = in.position();
        return switch (id.type()) {
            case BYTE -> number(id, in.uint8("Value"), from);
            case TWO_BYTE_INTEGER -> number(id, in.uint16("Value"), from);
            case FOUR_BYTE_INTEGER -> number(id, in.uint32("Value"), from);
            case VARIABLE_BYTE_INTEGER -> number(id, in.variableByteInteger("Value"), from);
            case UTF8_STRING -> {
                String text = in.string("Value", Rule.PROPERTY_TRUNCATED);
                if (id == PropertyId.RESPONSE_TOPIC) {
                    TopicSyntax.judgeName(in, id.title(), text, from, Rule.RESPONSE_TOPIC_WILDCARD);
                }
                yield new Property.Text(text);
            }
            case BINARY_DATA -> new Property.Binary(in.binary("Value", Rule.PROPERTY_TRUNCATED));
            case UTF8_STRING_PAIR -> new Property.Pair(half("Name"), half("Value"));
        };
    }

    private Property.Value number(PropertyId id, long value, int from) {
        PropertyRules.judgeNumber(in, id, value, from);
        return new Property.Number(value);
    }

    private String half(String name) {
        return in.string(name, name, Rule.PROPERTY_TRUNCATED, Rule.PAIR_NOT_UTF_8, Rule.PAIR_NULL_CHARACTER);
    }

    private boolean has(PropertyId id) {
        return (seen & 1L << id.value()) != 0;
    }
}
