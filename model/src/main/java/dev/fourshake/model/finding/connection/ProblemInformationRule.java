package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/** Reasons sent to a client that has asked for none (Request Problem Information 0, MQTT 5.0 section 3.1.2.11.7). */
final class ProblemInformationRule implements Rule {

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.PUBACK, PacketType.PUBREC, PacketType.PUBREL, PacketType.PUBCOMP,
                PacketType.SUBACK, PacketType.UNSUBACK, PacketType.AUTH);
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return types().contains(type) && circumstances.contains(Circumstance.MQTT_5);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (link.limits(Direction.SERVER_TO_CLIENT).problemInformation() || link.holeRow() >= 0
                || !Report.isFromServer(seen) || !Report.isSent(seen)) {
            return;
        }
        seen.decoded().packet().map(PacketProperties::of).ifPresent(properties -> {
            if (properties.text(PropertyId.REASON_STRING).isPresent() || !properties.userProperties().isEmpty()) {
                new Report(seen, sink).error("MQTT-3.1.2-29", "problemInformation", link.connectRow(),
                        seen.decoded().type().name());
            }
        });
    }
}
