package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;

/** What the specification forbids of single properties: values, and who may send them. */
final class PropertyRules {

    private PropertyRules() {
    }

    static void judgeDirection(PacketReader in, PropertyId id, int from) {
        if (id == PropertyId.SUBSCRIPTION_IDENTIFIER && in.type() == PacketType.PUBLISH
                && in.direction() == Direction.CLIENT_TO_SERVER) {
            in.defect(Rule.SUBSCRIPTION_IDENTIFIER_FROM_CLIENT, from, 1);
        }
        if (id == PropertyId.SESSION_EXPIRY_INTERVAL && in.type() == PacketType.DISCONNECT
                && in.direction() == Direction.SERVER_TO_CLIENT) {
            in.defect(Rule.SESSION_EXPIRY_FROM_SERVER, from, 1);
        }
    }

    /** Every property that is one byte is a choice between 0 and 1. */
    static void judgeNumber(PacketReader in, PropertyId id, long value, int from) {
        int length = in.position() - from;
        if (id.type() == PropertyId.Type.BYTE) {
            if (value > 1) {
                boolean ofWill = in.type() == PacketType.CONNECT && id == PropertyId.PAYLOAD_FORMAT_INDICATOR;
                in.defectOf(Rule.PROPERTY_NOT_0_OR_1, "section " + (ofWill ? "3.1.3.2.3" : id.section()), from, length,
                        id.title(), value);
            }
        } else if (value == 0) {
            if (id == PropertyId.RECEIVE_MAXIMUM) {
                in.defect(Rule.RECEIVE_MAXIMUM_ZERO, from, length);
            } else if (id == PropertyId.MAXIMUM_PACKET_SIZE) {
                in.defect(Rule.MAXIMUM_PACKET_SIZE_ZERO, from, length);
            } else if (id == PropertyId.TOPIC_ALIAS) {
                in.defect(Rule.TOPIC_ALIAS_ZERO, from, length);
            } else if (id == PropertyId.SUBSCRIPTION_IDENTIFIER) {
                in.defect(Rule.SUBSCRIPTION_IDENTIFIER_ZERO, from, length);
            }
        }
    }
}
