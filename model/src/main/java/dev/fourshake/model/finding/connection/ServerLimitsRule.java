package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.session.Limits;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/** What the server has said in CONNACK that it cannot do, and the client asks for (MQTT 5.0 section 3.2.2.3). */
final class ServerLimitsRule implements Rule {

    private static final int QOS_NOT_SUPPORTED = 0x9B;
    private static final String SHARED = "$share/";

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.PUBLISH, PacketType.SUBSCRIBE, PacketType.DISCONNECT);
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return types().contains(type) && circumstances.contains(Circumstance.MQTT_5);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (!link.readAs().isMqtt5() || !link.isClientInformed() || !Report.isSent(seen)) {
            return;
        }
        Limits limits = link.limits(Direction.CLIENT_TO_SERVER);
        int connack = link.connackRow();
        boolean fromServer = Report.isFromServer(seen);
        Packet packet = seen.packetOrNull();
        if (packet instanceof Publish publish) {
            if (!fromServer) {
                publish(publish, limits, connack, seen, sink);
            }
        } else if (packet instanceof Subscribe subscribe && !fromServer) {
            subscribe(subscribe, limits, connack, new Report(seen, sink));
        } else if (packet instanceof Disconnect disconnect && fromServer
                && disconnect.reasonCode() == QOS_NOT_SUPPORTED && limits.maximumQos() == Limits.NONE.maximumQos()) {
            new Report(seen, sink).error("MQTT-3.2.2-9", "limits.qosUnsaid", connack);
        }
    }

    private static void publish(Publish publish, Limits limits, int connack, Observation seen, FindingSink sink) {
        if (publish.qos().level() > limits.maximumQos()) {
            new Report(seen, sink).error("MQTT-3.2.2-11", "limits.qos", connack, publish.qos().level(),
                    limits.maximumQos());
        }
        if (publish.retain() && !limits.retainAvailable()) {
            new Report(seen, sink).error("MQTT-3.2.2-14", "limits.retain", connack);
        }
    }

    private static void subscribe(Subscribe subscribe, Limits limits, int connack, Report report) {
        if (!limits.subscriptionIdentifiers()
                && subscribe.properties().number(PropertyId.SUBSCRIPTION_IDENTIFIER).isPresent()) {
            report.error("section 3.2.2.3.12", "limits.identifier", connack);
        }
        if (limits.wildcards() && limits.sharedSubscriptions()) {
            return;
        }
        for (TopicSubscription subscription : subscribe.subscriptions()) {
            String filter = subscription.topicFilter();
            if (!limits.wildcards() && (filter.indexOf('+') >= 0 || filter.indexOf('#') >= 0)) {
                report.error("section 3.2.2.3.11", "limits.wildcard", connack, filter);
            }
            if (!limits.sharedSubscriptions() && filter.startsWith(SHARED)) {
                report.error("section 3.2.2.3.13", "limits.shared", connack, filter);
            }
        }
    }
}
