package dev.fourshake.model.encode;

import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;

/**
 * Writes packets, in the shortest form that their version has. What the version does not have (properties and most
 * Reason Codes before MQTT 5) is left out. It does not judge: a packet that breaks a rule is written as it is, as long
 * as its format can hold it. Stateless; any thread.
 */
public final class PacketEncoder {

    private final boolean isMqtt5;
    private final ByteWriter out = new ByteWriter();

    private PacketEncoder(ProtocolVersion version) {
        isMqtt5 = version.isMqtt5();
    }

    /**
     * The bytes of a packet, fixed header included.
     *
     * @param version of the connection; of a CONNECT, the one that it names
     * @throws IllegalArgumentException if a text or binary value has more than 65,535 bytes, the packet more than a
     *                                  Remaining Length can say, or an AUTH is to be written before MQTT 5
     */
    public static Bytes encode(Packet packet, ProtocolVersion version) {
        PacketEncoder encoder = new PacketEncoder(version);
        encoder.body(packet);
        return encoder.out.packet(packet.type().value() << 4 | flags(packet));
    }

    private static int flags(Packet packet) {
        return switch (packet) {
            case Publish publish -> flags(publish);
            case Pubrel _, Subscribe _, Unsubscribe _ -> 0x02;
            case Connect _, Connack _, Puback _, Pubrec _, Pubcomp _, Suback _, Unsuback _, Pingreq _, Pingresp _,
                 Disconnect _, Auth _ -> 0;
        };
    }

    private static int flags(Publish publish) {
        return (publish.dup() ? 0x08 : 0) | publish.qos().level() << 1 | (publish.retain() ? 0x01 : 0);
    }

    private void body(Packet packet) {
        switch (packet) {
            case Connect connect -> connect(connect);
            case Connack connack -> connack(connack);
            case Publish publish -> publish(publish);
            case Acknowledgement answer -> acknowledgement(answer);
            case Subscribe subscribe -> subscribe(subscribe);
            case Suback suback -> suback(suback);
            case Unsubscribe unsubscribe -> unsubscribe(unsubscribe);
            case Unsuback unsuback -> unsuback(unsuback);
            case Disconnect disconnect -> disconnect(disconnect);
            case Auth auth -> auth(auth);
            case Pingreq _, Pingresp _ -> { }
        }
    }

    private void connect(Connect connect) {
        out.text(connect.protocolName());
        out.uint8(connect.protocolLevel());
        out.uint8(connectFlags(connect));
        out.uint16(connect.keepAlive());
        properties(connect.properties());
        out.text(connect.clientId());
        if (connect.will().isPresent()) {
            Will will = connect.will().get();
            properties(will.properties());
            out.text(will.topic());
            out.binary(will.payload());
        }
        connect.userName().ifPresent(out::text);
        connect.password().ifPresent(out::binary);
    }

    private static int connectFlags(Connect connect) {
        int will = connect.will()
                .map(w -> 0x04 | w.qos().level() << 3 | (w.retain() ? 0x20 : 0))
                .orElse(0);
        return will | (connect.userName().isPresent() ? 0x80 : 0) | (connect.password().isPresent() ? 0x40 : 0)
                | (connect.cleanStart() ? 0x02 : 0);
    }

    private void connack(Connack connack) {
        out.uint8(connack.sessionPresent() ? 1 : 0);
        out.uint8(connack.reasonCode());
        properties(connack.properties());
    }

    private void publish(Publish publish) {
        out.text(publish.topicName());
        if (publish.qos().level() > 0) {
            out.uint16(publish.packetId());
        }
        properties(publish.properties());
        out.bytes(publish.payload());
    }

    private void acknowledgement(Acknowledgement answer) {
        out.uint16(answer.packetId());
        codeAndProperties(answer.reasonCode(), answer.properties());
    }

    /** A Reason Code 0 without properties may be left out, and so may a Property Length 0 behind another code. */
    private void codeAndProperties(int reasonCode, Properties properties) {
        if (isMqtt5 && (reasonCode != 0 || !properties.isEmpty())) {
            out.uint8(reasonCode);
            if (!properties.isEmpty()) {
                properties(properties);
            }
        }
    }

    private void subscribe(Subscribe subscribe) {
        out.uint16(subscribe.packetId());
        properties(subscribe.properties());
        for (TopicSubscription subscription : subscribe.subscriptions()) {
            out.text(subscription.topicFilter());
            out.uint8(isMqtt5 ? options(subscription) : subscription.maximumQos().level());
        }
    }

    private static int options(TopicSubscription subscription) {
        return subscription.maximumQos().level() | (subscription.noLocal() ? 0x04 : 0)
                | (subscription.retainAsPublished() ? 0x08 : 0) | subscription.retainHandling() << 4;
    }

    private void suback(Suback suback) {
        out.uint16(suback.packetId());
        properties(suback.properties());
        suback.reasonCodes().forEach(out::uint8);
    }

    private void unsubscribe(Unsubscribe unsubscribe) {
        out.uint16(unsubscribe.packetId());
        properties(unsubscribe.properties());
        unsubscribe.topicFilters().forEach(out::text);
    }

    private void unsuback(Unsuback unsuback) {
        out.uint16(unsuback.packetId());
        properties(unsuback.properties());
        if (isMqtt5) {
            unsuback.reasonCodes().forEach(out::uint8);
        }
    }

    private void disconnect(Disconnect disconnect) {
        codeAndProperties(disconnect.reasonCode(), disconnect.properties());
    }

    private void auth(Auth auth) {
        if (!isMqtt5) {
            throw new IllegalArgumentException(PacketType.AUTH + " is a packet of MQTT 5");
        }
        if (auth.reasonCode() != 0 || !auth.properties().isEmpty()) {
            out.uint8(auth.reasonCode());
            properties(auth.properties());
        }
    }

    private void properties(Properties properties) {
        if (isMqtt5) {
            out.properties(properties);
        }
    }
}
