package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
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
        Packet packet = seen.decoded().packet().orElse(null);
        if (packet != null) {
            judge(packet, Report.isFromServer(seen), link, new Report(seen, sink));
        }
    }

    private static void judge(Packet packet, boolean fromServer, LinkState link, Report report) {
        Limits limits = link.limits(Direction.CLIENT_TO_SERVER);
        switch (packet) {
            case Publish publish when !fromServer -> publish(publish, limits, link.connackRow(), report);
            case Subscribe subscribe when !fromServer -> subscribe(subscribe, limits, link.connackRow(), report);
            case Disconnect disconnect when fromServer && disconnect.reasonCode() == QOS_NOT_SUPPORTED
                    && limits.maximumQos() == Limits.NONE.maximumQos() ->
                    report.error("MQTT-3.2.2-9", "limits.qosUnsaid", link.connackRow());
            case Publish _, Subscribe _, Disconnect _, Connect _, Connack _, Acknowledgement _, Suback _,
                 Unsubscribe _, Unsuback _, Pingreq _, Pingresp _, Auth _ -> {
            }
        }
    }

    private static void publish(Publish publish, Limits limits, int connack, Report report) {
        if (publish.qos().level() > limits.maximumQos()) {
            report.error("MQTT-3.2.2-11", "limits.qos", connack, publish.qos().level(), limits.maximumQos());
        }
        if (publish.retain() && !limits.retainAvailable()) {
            report.error("MQTT-3.2.2-14", "limits.retain", connack);
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
