package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/** A Topic Alias that the receiver does not allow (MQTT 5.0 sections 3.1.2.11.5 and 3.2.2.3.8). */
final class TopicAliasMaximumRule implements Rule {

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.PUBLISH && circumstances.contains(Circumstance.MQTT_5);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (!link.readAs().isMqtt5() || !link.isClientInformed() || !Report.isSent(seen)
                || !(seen.packetOrNull() instanceof Publish publish)
                || publish.properties().isEmpty()) {
            return;
        }
        long alias = publish.properties().number(PropertyId.TOPIC_ALIAS, 0);
        int maximum = link.limits(Report.direction(seen)).topicAliasMaximum();
        if (alias > maximum) {
            boolean server = Report.isFromServer(seen);
            String rule = maximum == 0 ? server ? "MQTT-3.1.2-27" : "MQTT-3.2.2-18"
                    : server ? "MQTT-3.1.2-26" : "MQTT-3.2.2-17";
            new Report(seen, sink).error(rule, server ? "alias.server" : "alias.client",
                    server ? link.connectRow() : link.connackRow(), alias, maximum);
        }
    }
}
