package dev.fourshake.app.drill.judge;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.PacketType;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What the broker granted: a message at a lower QoS than was asked for proves nothing about that QoS. */
final class Grants {

    private static final int REFUSED = 0x80;

    private final Reading reading;
    private final TraceSnapshot trace;

    Grants(Reading reading) {
        this.reading = reading;
        trace = reading.trace();
    }

    /** The QoS that the broker makes of the case's; empty where it leaves it as it is. */
    OptionalInt lowered() {
        int wanted = reading.point().qos().level();
        return IntStream.concat(subscriptions().map(trace::reasonCode), maxima()).filter(qos -> qos < wanted).min();
    }

    /** Whether the subscriber of the message had a subscription before this row. */
    boolean isSubscribed(int before) {
        return subscriptions().anyMatch(row -> row < before);
    }

    /** Reason Code with which the message's subscriber was refused, where it was granted nothing at all. */
    OptionalInt refused() {
        return subscriptions().findAny().isPresent() ? OptionalInt.empty()
                : answers().map(trace::reasonCode).filter(code -> code >= REFUSED).findFirst();
    }

    /** SUBACKs that grant something to whoever is to get the message. */
    private IntStream subscriptions() {
        return answers().filter(row -> trace.reasonCode(row) >= 0 && trace.reasonCode(row) < REFUSED);
    }

    private IntStream answers() {
        return packets(PacketType.SUBACK).filter(row -> isOf(!reading.point().devicePublishes(), row));
    }

    /** Maximum QoS of CONNACK, for whoever publishes the message (MQTT 5.0 section 3.2.2.3.4). */
    private IntStream maxima() {
        return packets(PacketType.CONNACK).filter(row -> isOf(reading.point().devicePublishes(), row))
                .mapToObj(row -> trace.packet(row).orElse(null))
                .filter(Connack.class::isInstance).map(Connack.class::cast)
                .mapToInt(connack -> (int) connack.properties().number(PropertyId.MAXIMUM_QOS).orElse(2));
    }

    private boolean isOf(boolean device, int row) {
        return device ? reading.isOfDevice(row) : reading.isOfCounterpart(row);
    }

    private IntStream packets(PacketType type) {
        return IntStream.range(0, trace.rowCount())
                .filter(row -> trace.kind(row) == RowKind.PACKET && trace.type(row) == type);
    }
}
