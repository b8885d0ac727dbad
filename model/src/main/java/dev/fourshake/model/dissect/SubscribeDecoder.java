package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import java.util.ArrayList;
import java.util.List;

/** SUBSCRIBE (MQTT 5.0 section 3.8). */
final class SubscribeDecoder implements PacketDecoder {

    private static final String[] RETAIN_HANDLING =
            {"retain.handling.0", "retain.handling.1", "retain.handling.2", "retain.handling.3"};
    private static final String[] MAXIMUM_QOS = {"maximum.qos.0", "maximum.qos.1", "maximum.qos.2", "maximum.qos.3"};

    @Override
    public Packet decode(PacketReader in) {
        in.open("Variable Header");
        int packetId = in.packetId(Rule.PACKET_ID_ZERO_FROM_CLIENT);
        Properties properties = in.isMqtt5() ? PropertiesDecoder.ofPacket(in) : Properties.NONE;
        in.close();
        if (in.isAtEnd()) {
            in.defect(Rule.SUBSCRIBE_EMPTY, in.position(), 0, in.type().name());
        }
        in.open("Payload");
        List<TopicSubscription> subscriptions = new ArrayList<>(1);
        boolean expressible = true;
        while (!in.isAtEnd()) {
            in.open("Subscription");
            int from = in.position();
            String filter = in.string("Topic Filter", Rule.SUBSCRIBE_FILTER_MISSING);
            TopicSyntax.judgeFilter(in, filter, from);
            TopicSubscription subscription = options(in, filter);
            expressible &= subscription != null;
            subscriptions.add(subscription);
            in.close(filter);
        }
        in.close();
        return expressible ? new Subscribe(packetId, properties, subscriptions) : null;
    }

    /** The Subscription Options, before MQTT 5 the Requested QoS; null for QoS 3. */
    private static TopicSubscription options(PacketReader in, String filter) {
        int at = in.position();
        int options = in.openFlags(in.isMqtt5() ? "Subscription Options" : "Requested QoS");
        if (!in.isMqtt5()) {
            return requestedQos(in, filter, options);
        }
        in.bits("Reserved", 0xC0);
        int retainHandling = in.bits("Retain Handling", 0x30);
        in.explain(RETAIN_HANDLING[retainHandling]);
        boolean retainAsPublished = in.bits("Retain As Published", 0x08) == 1;
        in.explain(retainAsPublished ? "retain.as.published.1" : "retain.as.published.0");
        boolean noLocal = in.bits("No Local", 0x04) == 1;
        in.explain(noLocal ? "no.local.1" : "no.local.0");
        int qos = in.bits("Maximum QoS", 0x03);
        in.explain(MAXIMUM_QOS[qos]);
        in.closeFlags();
        if ((options & 0xC0) != 0) {
            in.defect(Rule.SUBSCRIBE_RESERVED_BITS, at, 1, Preview.code(options), filter);
        }
        if (qos == 3) {
            in.defect(Rule.MAXIMUM_QOS_3, at, 1, filter);
        }
        if (retainHandling == 3) {
            in.defect(Rule.RETAIN_HANDLING_3, at, 1, filter);
        }
        if (noLocal && TopicSyntax.isShared(filter)) {
            in.defect(Rule.NO_LOCAL_ON_SHARED, at, 1, filter);
        }
        return qos == 3 ? null
                : new TopicSubscription(filter, Qos.ofLevel(qos), noLocal, retainAsPublished, retainHandling);
    }

    private static TopicSubscription requestedQos(PacketReader in, String filter, int options) {
        in.bits("Reserved", 0xFC);
        int qos = in.bits("QoS", 0x03);
        in.explain(MAXIMUM_QOS[qos]);
        in.closeFlags();
        if (options > 2) {
            in.defect(Rule.REQUESTED_QOS, in.position() - 1, 1, Preview.code(options), filter);
            return null;
        }
        return new TopicSubscription(filter, Qos.ofLevel(qos), false, false, 0);
    }
}
