package dev.fourshake.app.drill.result;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Locale;

/**
 * One thing that goes wrong at one place.
 *
 * @param version   that the device speaks
 * @param qos       of the message: 1 or 2
 * @param direction in which the message travels: {@code CLIENT_TO_SERVER} where the device publishes it
 * @param step      the packet of the handshake that the fault befalls
 */
public record FaultPoint(ProtocolVersion version, Qos qos, Direction direction, PacketType step, Fault fault) {

    public FaultPoint {
        if (!steps(qos).contains(step)) {
            throw new IllegalArgumentException(qos + " has no " + step);
        }
    }

    /** The packets of a handshake, in their order; none at QoS 0. */
    public static List<PacketType> steps(Qos qos) {
        return switch (qos) {
            case AT_MOST_ONCE -> List.of();
            case AT_LEAST_ONCE -> List.of(PacketType.PUBLISH, PacketType.PUBACK);
            case EXACTLY_ONCE -> List.of(PacketType.PUBLISH, PacketType.PUBREC, PacketType.PUBREL, PacketType.PUBCOMP);
        };
    }

    /** Whether the device publishes the message; otherwise it is the subscriber. */
    public boolean devicePublishes() {
        return direction == Direction.CLIENT_TO_SERVER;
    }

    /** The way that the packet of the step travels. */
    public Direction stepDirection() {
        return switch (step) {
            case PUBLISH, PUBREL -> direction;
            default -> direction.opposite();
        };
    }

    /** The handshake of its QoS. */
    public ExchangeKind exchangeKind() {
        return ExchangeKind.values()[qos.level()];
    }

    /** {@code out} where the device publishes, {@code in} where it subscribes. */
    public static String code(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? "out" : "in";
    }

    /** A name for reports and topics that says it all: {@code mqtt5-qos2-out-pubrec-cut-before}. */
    public String code() {
        return "mqtt" + version.code() + "-qos" + qos.level() + "-" + code(direction) + "-"
                + step.name().toLowerCase(Locale.ROOT) + "-" + fault.code();
    }

    /** A line in the user's language. */
    public Message title() {
        return Message.of(FaultPoint.class, "FaultPoint." + code(direction), version.code(), qos.level(), step.name(),
                fault.title());
    }
}
