package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/** Enhanced authentication (MQTT 5.0 section 4.12): AUTH and CONNACK fit the method that CONNECT named. */
final class AuthenticationRule implements Rule {

    private static final int CONTINUE = 0x18;
    private static final int RE_AUTHENTICATE = 0x19;

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.AUTH || type == PacketType.CONNACK
                || circumstances.contains(Circumstance.OPENING);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        PacketType type = seen.decoded().type();
        boolean answered = link.connackRow() >= 0;
        if (answered && type != PacketType.AUTH && type != PacketType.CONNACK || !link.readAs().isMqtt5()
                || link.connectRow() < 0 || link.holeRow() >= 0 || !Report.isSent(seen)) {
            return;
        }
        Connect connect = link.connect().orElseThrow();
        Packet packet = seen.packetOrNull();
        if (packet == null || seen.row() == link.connectRow()) {
            return;
        }
        String method = connect.properties().text(PropertyId.AUTHENTICATION_METHOD).orElse(null);
        Report report = new Report(seen, sink);
        if (packet instanceof Auth auth) {
            auth(seen, auth, method, answered, report);
        } else if (packet instanceof Connack connack && Report.isFromServer(seen)) {
            connack(link, connack, method, report);
        } else if (method != null && !Report.isFromServer(seen) && type != PacketType.DISCONNECT
                && type != PacketType.CONNECT) {
            report.error("MQTT-3.1.2-30", "auth.otherPacket", link.connectRow(), type.name());
        }
    }

    private static void auth(Observation seen, Auth auth, String method, boolean answered, Report report) {
        boolean fromServer = Report.isFromServer(seen);
        int asked = seen.link().connectRow();
        String code = Report.code(auth.reasonCode());
        if (method == null) {
            report.error(fromServer ? "MQTT-4.12.0-6" : "MQTT-4.12.0-7",
                    fromServer ? "auth.unaskedServer" : "auth.unaskedClient", asked);
            return;
        }
        if (!answered && auth.reasonCode() != CONTINUE) {
            report.error(fromServer ? "MQTT-4.12.0-2" : "MQTT-4.12.0-3",
                    fromServer ? "auth.codeServer" : "auth.codeClient", asked, code);
        }
        if (differs(auth.properties(), method)) {
            boolean again = answered && !fromServer && auth.reasonCode() == RE_AUTHENTICATE;
            report.error(again ? "MQTT-4.12.1-1" : "MQTT-4.12.0-5", "auth.method", asked, method,
                    PacketType.AUTH.name());
        }
    }

    private static void connack(LinkState link, Connack connack, String method, Report report) {
        if (method == null) {
            if (connack.properties().text(PropertyId.AUTHENTICATION_METHOD).isPresent()) {
                report.error("MQTT-4.12.0-6", "auth.unaskedServer", link.connectRow());
            }
        } else if (connack.isAccepted() && differs(connack.properties(), method)) {
            report.error("MQTT-4.12.0-5", "auth.method", link.connectRow(), method, PacketType.CONNACK.name());
        }
    }

    private static boolean differs(Properties properties, String method) {
        return !properties.text(PropertyId.AUTHENTICATION_METHOD).map(method::equals).orElse(false);
    }
}
