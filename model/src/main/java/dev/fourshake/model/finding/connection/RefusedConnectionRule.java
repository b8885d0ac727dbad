package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/** After a CONNACK that refuses, the server has to close (MQTT 5.0 sections 3.1.4 and 3.2.2.2). */
final class RefusedConnectionRule implements Rule {

    private static final int IDENTIFIER_REJECTED = 0x02;
    private static final int CLIENT_IDENTIFIER_NOT_VALID = 0x85;

    private final Duties duties;

    RefusedConnectionRule(Duties duties) {
        this.duties = duties;
    }

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.CONNACK);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (link.isUntouched() && Report.isFromServer(seen)
                && seen.packetOrNull() instanceof Connack connack && !connack.isAccepted()) {
            duties.owe(link, new Duty(Direction.SERVER_TO_CLIENT, seen.row(), seen.event().timeNanos(),
                    Report.rule(seen, "MQTT-3.1.4-5", "MQTT-3.1.4-6"), stays(connack, link.readAs().isMqtt5()),
                    "open.refused"));
        }
    }

    private static String stays(Connack connack, boolean mqtt5) {
        if (connack.reasonCode() == (mqtt5 ? CLIENT_IDENTIFIER_NOT_VALID : IDENTIFIER_REJECTED)) {
            return mqtt5 ? "MQTT-3.1.3-8" : "MQTT-3.1.3-9";
        }
        return mqtt5 ? "MQTT-3.2.2-7" : "MQTT-3.2.2-5";
    }
}
