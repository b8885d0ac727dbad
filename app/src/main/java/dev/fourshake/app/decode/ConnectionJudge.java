package dev.fourshake.app.decode;

import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a packet by what came before on its connection. Where that is nothing, only CONNECT may come, and from the
 * other side CONNACK or a challenge. Behind them the fold judges: it is shown a connection that allows all that a
 * CONNECT and a CONNACK can allow, then the packet. The session is an older one, so that an acknowledgement may belong
 * to a message of which nothing is known.
 */
final class ConnectionJudge {

    private static final int LINK = 1;
    private static final int KEEP_ALIVE = 0;
    private static final int MOST = 0xFFFF;

    private ConnectionJudge() {
    }

    /** A statement that a packet breaks, and how, in a sentence. */
    record Breach(String rule, Message message) {
    }

    /** The statement that the packet breaks on this connection, the first of them; empty where it breaks none. */
    static Optional<Breach> judge(Decoded decoded, Bytes packet, Direction direction, DecodeContext context) {
        return switch (context) {
            case ALONE -> Optional.empty();
            case FIRST -> first(decoded, direction);
            case CONNECTED -> connected(decoded, packet, direction);
        };
    }

    private static Optional<Breach> first(Decoded decoded, Direction direction) {
        boolean fromClient = direction == Direction.CLIENT_TO_SERVER;
        boolean mayComeFirst = switch (decoded.type()) {
            case CONNECT -> fromClient;
            case CONNACK -> !fromClient;
            case AUTH -> !fromClient && decoded.version().isMqtt5();
            case RESERVED, PUBLISH, PUBACK, PUBREC, PUBREL, PUBCOMP, SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK, PINGREQ,
                 PINGRESP, DISCONNECT -> false;
        };
        return mayComeFirst ? Optional.empty() : Optional.of(new Breach(fromClient ? "MQTT-3.1.0-1" : "MQTT-3.2.0-1",
                Message.of(ConnectionJudge.class, fromClient ? "first.client" : "first.server",
                        decoded.type().name())));
    }

    private static Optional<Breach> connected(Decoded decoded, Bytes packet, Direction direction) {
        ProtocolVersion version = decoded.version();
        Optional<String> method = decoded.packet().filter(Auth.class::isInstance).map(Auth.class::cast)
                .flatMap(auth -> auth.properties().text(PropertyId.AUTHENTICATION_METHOD));
        Trace trace = new Trace();
        trace.append(new LinkOpened(LINK, 0, "", "", false, false));
        frame(trace, Direction.CLIENT_TO_SERVER, PacketEncoder.encode(connect(version, method), version));
        frame(trace, Direction.SERVER_TO_CLIENT, PacketEncoder.encode(connack(version, method), version));
        frame(trace, direction, packet);
        TraceSnapshot seen = trace.publish();
        int last = seen.rowCount() - 1;
        return seen.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR && finding.rows().getLast() == last)
                .findFirst().map(finding -> new Breach(finding.rule(), finding.message()));
    }

    private static void frame(Trace trace, Direction direction, Bytes raw) {
        trace.append(Frame.passed(LINK, 0, direction, raw));
    }

    private static Packet connect(ProtocolVersion version, Optional<String> method) {
        Properties properties = properties(version, method,
                Property.number(PropertyId.SESSION_EXPIRY_INTERVAL, MOST),
                Property.number(PropertyId.TOPIC_ALIAS_MAXIMUM, MOST),
                Property.number(PropertyId.REQUEST_RESPONSE_INFORMATION, 1));
        return new Connect(version.protocolName(), version.level(), false, KEEP_ALIVE, properties, "client",
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Packet connack(ProtocolVersion version, Optional<String> method) {
        return new Connack(version != ProtocolVersion.MQTT_3_1, 0,
                properties(version, method, Property.number(PropertyId.TOPIC_ALIAS_MAXIMUM, MOST)));
    }

    /** An AUTH belongs to a connection that began with its method. */
    private static Properties properties(ProtocolVersion version, Optional<String> method, Property... others) {
        if (!version.isMqtt5()) {
            return Properties.NONE;
        }
        List<Property> all = new ArrayList<>(List.of(others));
        method.map(name -> Property.text(PropertyId.AUTHENTICATION_METHOD, name)).ifPresent(all::add);
        return new Properties(all);
    }
}
