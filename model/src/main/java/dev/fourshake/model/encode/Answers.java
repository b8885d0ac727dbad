package dev.fourshake.model.encode;

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
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What may be said to the sender of a packet in answer to it (MQTT 5.0 section 4.3; of requests, section 3). */
public final class Answers {

    private Answers() {
    }

    /**
     * The types that fit, the regular one first; DISCONNECT is the last where the other side may send one.
     *
     * @param version   of the connection; null where unknown
     * @param direction in which the packet travels
     */
    public static List<PacketType> types(Packet packet, ProtocolVersion version, Direction direction) {
        List<PacketType> types = new ArrayList<>(regular(packet));
        boolean isMqtt5 = version == null || version.isMqtt5();
        // Before MQTT 5 the broker has none to send, and before CONNACK nobody has (MQTT 5.0 section 3.1.4).
        boolean mayDisconnect = isMqtt5 || direction == Direction.SERVER_TO_CLIENT;
        boolean isConnecting = packet instanceof Connect || packet instanceof Connack;
        if (mayDisconnect && !isConnecting && !(packet instanceof Disconnect)) {
            types.add(PacketType.DISCONNECT);
        }
        return types;
    }

    private static List<PacketType> regular(Packet packet) {
        return switch (packet) {
            case Connect _ -> List.of(PacketType.CONNACK);
            case Publish publish -> publish.qos() == Qos.AT_MOST_ONCE ? List.of()
                    : publish.qos() == Qos.AT_LEAST_ONCE ? List.of(PacketType.PUBACK) : List.of(PacketType.PUBREC);
            case Pubrec pubrec -> pubrec.isFailure() ? List.of() : List.of(PacketType.PUBREL);
            case Pubrel _ -> List.of(PacketType.PUBCOMP);
            case Subscribe _ -> List.of(PacketType.SUBACK);
            case Unsubscribe _ -> List.of(PacketType.UNSUBACK);
            case Pingreq _ -> List.of(PacketType.PINGRESP);
            case Connack _, Puback _, Pubcomp _, Suback _, Unsuback _, Pingresp _, Disconnect _, Auth _ -> List.of();
        };
    }

    /**
     * The answer, with the Packet Identifier of what it answers, and a code for each of its Topic Filters.
     *
     * @param type one of {@link #types}
     * @throws IllegalArgumentException if packets of the type answer nothing
     */
    public static Packet packet(Packet answered, PacketType type, int reasonCode) {
        int id = answered.packetId();
        return switch (type) {
            case CONNACK -> new Connack(false, reasonCode, Properties.NONE);
            case PUBACK -> new Puback(id, reasonCode, Properties.NONE);
            case PUBREC -> new Pubrec(id, reasonCode, Properties.NONE);
            case PUBREL -> new Pubrel(id, reasonCode, Properties.NONE);
            case PUBCOMP -> new Pubcomp(id, reasonCode, Properties.NONE);
            case SUBACK -> new Suback(id, Properties.NONE, codes(answered, reasonCode));
            case UNSUBACK -> new Unsuback(id, Properties.NONE, codes(answered, reasonCode));
            case PINGRESP -> new Pingresp();
            case DISCONNECT -> new Disconnect(reasonCode, Properties.NONE);
            case RESERVED, CONNECT, PUBLISH, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, AUTH ->
                    throw new IllegalArgumentException(type + " answers nothing");
        };
    }

    private static List<Integer> codes(Packet answered, int reasonCode) {
        int count = switch (answered) {
            case Subscribe subscribe -> subscribe.subscriptions().size();
            case Unsubscribe unsubscribe -> unsubscribe.topicFilters().size();
            case Packet _ -> 1;
        };
        return Collections.nCopies(count, reasonCode);
    }
}
