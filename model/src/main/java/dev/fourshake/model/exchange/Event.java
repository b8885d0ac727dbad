package dev.fourshake.model.exchange;

import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.wire.PacketType;

/**
 * What moves a state machine of an exchange: a packet that one side sends and the other gets, told apart as far as
 * a state cares. {@code …_AGAIN} is a packet sent once more with good cause: on a later connection than before, or
 * because the packet that it answers came once more.
 */
public enum Event {
    /** PUBLISH with DUP 0. */
    PUBLISH(Role.SENDER, false),
    /** PUBLISH with DUP 1 on the connection on which it was sent before. */
    PUBLISH_DUP(Role.SENDER, false),
    /** PUBLISH with DUP 1 on a later connection. */
    PUBLISH_AGAIN(Role.SENDER, false),
    PUBACK(Role.RECEIVER, true),
    PUBACK_AGAIN(Role.RECEIVER, true),
    /** PUBREC with a Reason Code below 0x80. */
    PUBREC(Role.RECEIVER, false),
    /** PUBREC with a Reason Code of 0x80 or greater, which ends the exchange (MQTT 5.0 section 4.3.3). */
    PUBREC_REFUSED(Role.RECEIVER, true),
    PUBREC_AGAIN(Role.RECEIVER, false),
    PUBREC_REFUSED_AGAIN(Role.RECEIVER, true),
    PUBREL(Role.SENDER, false),
    PUBREL_AGAIN(Role.SENDER, false),
    PUBCOMP(Role.RECEIVER, true),
    PUBCOMP_AGAIN(Role.RECEIVER, true),
    /** CONNECT, SUBSCRIBE, UNSUBSCRIBE or PINGREQ. */
    REQUEST(Role.SENDER, false),
    /** AUTH between CONNECT and CONNACK, in either direction. */
    CHALLENGE(Role.SENDER, false),
    /** CONNACK, SUBACK, UNSUBACK or PINGRESP. */
    ANSWER(Role.RECEIVER, true);

    private final Role from;
    private final boolean last;

    Event(Role from, boolean last) {
        this.from = from;
        this.last = last;
    }

    /** Whether it belongs to a message at QoS 1 or 2; the others belong to a request. */
    public boolean isDelivery() {
        return ordinal() <= PUBCOMP_AGAIN.ordinal();
    }

    /** Whether the side that began the exchange sends it; AUTH may come from either. */
    public boolean isOfSender() {
        return from == Role.SENDER;
    }

    /** The packet type of an event of a delivery. */
    PacketType type() {
        return switch (this) {
            case PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN -> PacketType.PUBLISH;
            case PUBACK, PUBACK_AGAIN -> PacketType.PUBACK;
            case PUBREC, PUBREC_AGAIN, PUBREC_REFUSED, PUBREC_REFUSED_AGAIN -> PacketType.PUBREC;
            case PUBREL, PUBREL_AGAIN -> PacketType.PUBREL;
            case PUBCOMP, PUBCOMP_AGAIN -> PacketType.PUBCOMP;
            case REQUEST, CHALLENGE, ANSWER -> throw new IllegalStateException(name() + " belongs to no delivery");
        };
    }

    /** Whether it is the last one of an exchange that goes well, or is refused. */
    boolean isLast() {
        return last;
    }

    /** The packet as a machine sees it, for the first time on its connection; null for DISCONNECT. */
    static Event of(Packet packet) {
        return switch (packet) {
            case Publish publish -> publish.dup() ? PUBLISH_DUP : PUBLISH;
            case Puback _ -> PUBACK;
            case Pubrec pubrec -> pubrec.isFailure() ? PUBREC_REFUSED : PUBREC;
            case Pubrel _ -> PUBREL;
            case Pubcomp _ -> PUBCOMP;
            case Connect _, Subscribe _, Unsubscribe _, Pingreq _ -> REQUEST;
            case Connack _, Suback _, Unsuback _, Pingresp _ -> ANSWER;
            case Auth _ -> CHALLENGE;
            case Disconnect _ -> null;
        };
    }

    /** The same packet, sent once more with good cause. */
    Event again() {
        return switch (this) {
            case PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN -> PUBLISH_AGAIN;
            case PUBACK, PUBACK_AGAIN -> PUBACK_AGAIN;
            case PUBREC, PUBREC_AGAIN -> PUBREC_AGAIN;
            case PUBREC_REFUSED, PUBREC_REFUSED_AGAIN -> PUBREC_REFUSED_AGAIN;
            case PUBREL, PUBREL_AGAIN -> PUBREL_AGAIN;
            case PUBCOMP, PUBCOMP_AGAIN -> PUBCOMP_AGAIN;
            case REQUEST, CHALLENGE, ANSWER -> this;
        };
    }
}
