package dev.fourshake.model.differential;

import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.wire.Bytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** All that a decoder tells of a packet, a line a field, so that two decoders can be compared as text. */
final class Portrait {

    private final StringBuilder text = new StringBuilder();
    private final Set<Integer> without;

    /** @param without identifiers of properties that are not to be compared */
    Portrait(Set<Integer> without) {
        this.without = without;
    }

    Portrait() {
        this(Set.of());
    }

    Portrait add(String field, Object value) {
        text.append(field).append('=').append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value)
                .append('\n');
        return this;
    }

    /** Properties by their identifiers, as no order between different ones has a meaning. */
    Portrait properties(String field, TreeMap<Integer, List<Object>> byId) {
        byId.keySet().removeAll(without);
        return add(field, byId);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The picture that our own decoder gives. */
    static Portrait of(Packet packet, Set<Integer> without) {
        Portrait portrait = new Portrait(without).add("type", packet.type());
        return switch (packet) {
            case Connect connect -> portrait.connect(connect);
            case Connack connack -> portrait.add("sessionPresent", connack.sessionPresent())
                    .add("code", connack.reasonCode()).properties("properties", sorted(connack.properties()));
            case Publish publish -> portrait.add("dup", publish.dup()).add("qos", publish.qos().ordinal())
                    .add("retain", publish.retain()).add("topic", publish.topicName()).add("id", publish.packetId())
                    .properties("properties", sorted(publish.properties()))
                    .add("payload", publish.payload().toArray());
            case Acknowledgement acknowledgement -> portrait.add("id", acknowledgement.packetId())
                    .add("code", acknowledgement.reasonCode())
                    .properties("properties", sorted(acknowledgement.properties()));
            case Subscribe subscribe -> {
                portrait.add("id", subscribe.packetId()).properties("properties", sorted(subscribe.properties()));
                subscribe.subscriptions().forEach(asked -> portrait.subscription(asked.topicFilter(),
                        asked.maximumQos().ordinal(), asked.noLocal(), asked.retainAsPublished(),
                        asked.retainHandling()));
                yield portrait;
            }
            case Suback suback -> portrait.add("id", suback.packetId()).add("codes", suback.reasonCodes())
                    .properties("properties", sorted(suback.properties()));
            case Unsubscribe unsubscribe -> portrait.add("id", unsubscribe.packetId())
                    .add("filters", unsubscribe.topicFilters())
                    .properties("properties", sorted(unsubscribe.properties()));
            case Unsuback unsuback -> portrait.add("id", unsuback.packetId()).add("codes", unsuback.reasonCodes())
                    .properties("properties", sorted(unsuback.properties()));
            case Disconnect disconnect -> portrait.add("code", disconnect.reasonCode())
                    .properties("properties", sorted(disconnect.properties()));
            case Auth auth -> portrait.add("code", auth.reasonCode())
                    .properties("properties", sorted(auth.properties()));
            case Pingreq _, Pingresp _ -> portrait;
        };
    }

    private Portrait connect(Connect connect) {
        add("level", connect.protocolLevel()).add("clean", connect.cleanStart()).add("keepAlive", connect.keepAlive())
                .properties("properties", sorted(connect.properties())).add("client", connect.clientId())
                .add("user", connect.userName().orElse(null))
                .add("password", connect.password().map(Bytes::toArray).orElse(null));
        connect.will().ifPresent(will -> add("willTopic", will.topic()).add("willPayload", will.payload().toArray())
                .add("willQos", will.qos().ordinal()).add("willRetain", will.retain())
                .properties("willProperties", sorted(will.properties())));
        return this;
    }

    Portrait subscription(String filter, int qos, boolean noLocal, boolean retainAsPublished, int retainHandling) {
        return add("subscription", filter + " " + qos + " " + noLocal + " " + retainAsPublished + " "
                + retainHandling);
    }

    private static TreeMap<Integer, List<Object>> sorted(Properties properties) {
        TreeMap<Integer, List<Object>> byId = new TreeMap<>();
        for (Property property : properties.entries()) {
            byId.computeIfAbsent(property.id().value(), _ -> new ArrayList<>()).add(switch (property.value()) {
                case Property.Number(long value) -> value;
                case Property.Text(String value) -> value;
                case Property.Binary(Bytes value) -> value.hex();
                case Property.Pair(String name, String value) -> name + ":" + value;
            });
        }
        return byId;
    }
}
