package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;

/**
 * A packet larger than its receiver takes (Maximum Packet Size, MQTT 5.0 sections 3.1.2.11.4 and 3.2.2.3.6). Where a
 * Reason String or User Properties are to blame, the statement that forbids them is named.
 */
final class PacketSizeRule implements Rule {

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Frame frame = (Frame) seen.event();
        LinkState link = seen.link();
        long maximum = link.limits(frame.direction()).maximumPacketSize();
        int length = frame.raw().length();
        if (length <= maximum || !Report.isSent(seen) || link.holeRow() >= 0 || seen.decoded().packet().isEmpty()) {
            return;
        }
        boolean server = frame.direction() == Direction.SERVER_TO_CLIENT;
        if (server || link.isClientInformed()) {
            Properties properties = seen.decoded().packet().map(PacketProperties::of).orElse(Properties.NONE);
            new Report(seen, sink).error(statement(seen.decoded().type(), properties, server),
                    server ? "packetSize.server" : "packetSize.client",
                    server ? link.connectRow() : link.connackRow(), seen.decoded().type().name(), length, maximum);
        }
    }

    private static String statement(PacketType type, Properties properties, boolean server) {
        if (properties.text(PropertyId.REASON_STRING).isPresent()) {
            return reasonString(type);
        }
        if (!properties.userProperties().isEmpty()) {
            return userProperty(type, server);
        }
        return general(server);
    }

    private static String general(boolean server) {
        return server ? "MQTT-3.1.2-24" : "MQTT-3.2.2-15";
    }

    private static String reasonString(PacketType type) {
        return switch (type) {
            case CONNACK -> "MQTT-3.2.2-19";
            case PUBACK -> "MQTT-3.4.2-2";
            case PUBREC -> "MQTT-3.5.2-2";
            case PUBREL -> "MQTT-3.6.2-2";
            case PUBCOMP -> "MQTT-3.7.2-2";
            case SUBACK -> "MQTT-3.9.2-1";
            case UNSUBACK -> "MQTT-3.11.2-1";
            case DISCONNECT -> "MQTT-3.14.2-3";
            case AUTH -> "MQTT-3.15.2-2";
            case RESERVED, CONNECT, PUBLISH, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, PINGRESP -> general(false);
        };
    }

    private static String userProperty(PacketType type, boolean server) {
        return switch (type) {
            case CONNACK -> "MQTT-3.2.2-20";
            case PUBACK -> "MQTT-3.4.2-3";
            case PUBREC -> "MQTT-3.5.2-3";
            case PUBREL -> "MQTT-3.6.2-3";
            case PUBCOMP -> "MQTT-3.7.2-3";
            case SUBACK -> "MQTT-3.9.2-2";
            case UNSUBACK -> "MQTT-3.11.2-2";
            case DISCONNECT -> "MQTT-3.14.2-4";
            case AUTH -> "MQTT-3.15.2-3";
            case RESERVED, CONNECT, PUBLISH, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, PINGRESP -> general(server);
        };
    }
}
