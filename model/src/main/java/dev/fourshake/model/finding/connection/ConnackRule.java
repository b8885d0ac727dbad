package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.Limits;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/** A CONNACK that does not fit the CONNECT that it answers (MQTT 5.0 section 3.2.2). */
final class ConnackRule implements Rule {

    private static final int IDENTIFIER_REJECTED = 0x02;
    private static final int CLIENT_IDENTIFIER_NOT_VALID = 0x85;
    /** Of a Client Identifier that each server has to take. */
    private static final int SURE_LENGTH = 23;

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.CONNACK);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        Connect connect = link.connect().orElse(null);
        if (connect == null || link.holeRow() >= 0 || link.connackRow() != seen.row() || Report.is31(seen)
                || !Report.isSent(seen) || !Report.isFromServer(seen)
                || !(seen.packetOrNull() instanceof Connack connack)) {
            return;
        }
        Report report = new Report(seen, sink);
        if (!connack.isAccepted()) {
            refused(link, connect, connack.reasonCode(), report);
        } else if (link.readAs().isMqtt5()) {
            accepted(link, connect, connack, report);
        } else if (connect.clientId().isEmpty() && !connect.cleanStart()) {
            report.error("MQTT-3.1.3-8", "emptyClientId.accepted", link.connectRow());
        }
    }

    private static void refused(LinkState link, Connect connect, int code, Report report) {
        boolean mqtt5 = link.readAs().isMqtt5();
        if (code == (mqtt5 ? CLIENT_IDENTIFIER_NOT_VALID : IDENTIFIER_REJECTED) && isSure(connect.clientId())) {
            report.error("MQTT-3.1.3-5", "clientId.refused", link.connectRow(), connect.clientId(),
                    Report.code(code));
        }
        if (!mqtt5 && connect.clientId().isEmpty() && !connect.cleanStart() && code != IDENTIFIER_REJECTED) {
            report.error("MQTT-3.1.3-8", "emptyClientId.otherCode", link.connectRow(), Report.code(code));
        }
    }

    private static boolean isSure(String clientId) {
        return !clientId.isEmpty() && clientId.length() <= SURE_LENGTH
                && clientId.chars().allMatch(ConnackRule::isSure);
    }

    private static boolean isSure(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static void accepted(LinkState link, Connect connect, Connack connack, Report report) {
        int asked = link.connectRow();
        if (connect.clientId().isEmpty()
                && connack.properties().text(PropertyId.ASSIGNED_CLIENT_IDENTIFIER).isEmpty()) {
            report.error("MQTT-3.2.2-16", "assigned.missing", asked);
        }
        if (connack.properties().text(PropertyId.RESPONSE_INFORMATION).isPresent()
                && connect.properties().number(PropertyId.REQUEST_RESPONSE_INFORMATION).orElse(0) == 0) {
            report.error("MQTT-3.1.2-28", "responseInformation", asked);
        }
        Limits server = link.limits(Direction.CLIENT_TO_SERVER);
        connect.will().ifPresent(will -> {
            if (will.qos().level() > server.maximumQos()) {
                report.error("MQTT-3.2.2-12", "will.qos", asked, will.qos().level(), server.maximumQos());
            }
            if (will.retain() && !server.retainAvailable()) {
                report.error("MQTT-3.2.2-13", "will.retain", asked);
            }
        });
    }
}
