package dev.fourshake.app.drill.judge;

import dev.fourshake.app.drill.result.Breach;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.Resumption;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.List;
import java.util.Optional;

/**
 * How the device came back after its fault.
 *
 * @param row     of the CONNACK
 * @param before  the CONNECT of the connection that was lost, and its CONNACK
 * @param connect with which it came back
 */
record Return(int row, Connect before, Connack beforeConnack, Connect connect, Connack connack) {

    /** The first connection that the broker accepted after the fault; empty where there was none. */
    static Optional<Return> of(Reading reading) {
        if (reading.hit().isEmpty()) {
            return Optional.empty();
        }
        int hit = reading.hit().getAsInt();
        TraceSnapshot trace = reading.trace();
        int[] connacks = reading.packets(PacketType.CONNACK, Direction.SERVER_TO_CLIENT)
                .filter(row -> trace.packet(row).orElse(null) instanceof Connack connack && connack.isAccepted())
                .toArray();
        Return found = null;
        int first = -1;
        for (int row : connacks) {
            if (row < hit) {
                first = row;
            } else if (first >= 0 && found == null) {
                found = new Return(row, connect(reading, first), (Connack) trace.packet(first).orElseThrow(),
                        connect(reading, row), (Connack) trace.packet(row).orElseThrow());
            }
        }
        return Optional.ofNullable(found);
    }

    private static Connect connect(Reading reading, int connack) {
        TraceSnapshot trace = reading.trace();
        return reading.packets(PacketType.CONNECT, Direction.CLIENT_TO_SERVER)
                .filter(row -> trace.link(row) == trace.link(connack))
                .mapToObj(row -> (Connect) trace.packet(row).orElseThrow()).findFirst().orElseThrow();
    }

    /** Whether the device had asked for a session that outlives its connection. */
    private boolean wasToBeKept(boolean isMqtt5) {
        return isMqtt5 ? beforeConnack.properties().number(PropertyId.SESSION_EXPIRY_INTERVAL)
                .orElse(before.properties().number(PropertyId.SESSION_EXPIRY_INTERVAL).orElse(0)) > 0
                : !before.cleanStart();
    }

    /** Empty where nobody knows what would be right: the session was to be thrown away, and may have been left. */
    Optional<Resumption> resumption(Reading reading) {
        boolean wiped = reading.point().fault() == Fault.BROKER_RESET;
        if (wiped && connack.sessionPresent()) {
            return Optional.empty();
        }
        boolean expected = !connect.cleanStart() && wasToBeKept(isMqtt5(reading)) && !wiped;
        return Optional.of(new Resumption(connack.sessionPresent(), connack.sessionPresent() == expected));
    }

    /** Why the session did not go on, where it did not: then the case proves nothing. */
    Optional<Message> sessionGone(Reading reading) {
        Fault fault = reading.point().fault();
        if (fault == Fault.BROKER_RESET && connack.sessionPresent()) {
            return Optional.of(Message.of(Judge.class, "session.notWiped"));
        } else if (!fault.keepsSession() && !connack.sessionPresent()) {
            return Optional.of(Message.of(Judge.class, "session.reset"));
        } else if (connect.cleanStart()) {
            return Optional.of(Message.of(Judge.class, "session.clean"));
        } else if (connack.sessionPresent()) {
            return Optional.empty();
        }
        return Optional.of(Message.of(Judge.class,
                wasToBeKept(isMqtt5(reading)) ? "session.broker" : "session.notAsked"));
    }

    /** A session that the broker threw away for no reason that can be seen. */
    Optional<Breach> breach(Reading reading) {
        return resumption(reading).filter(each -> !each.sessionPresent() && !each.right())
                .map(_ -> new Breach(Culprit.BROKER, isMqtt5(reading) ? "MQTT-3.2.2-3" : "MQTT-3.2.2-2",
                        List.of(row), Message.of(Judge.class, "breach.session")));
    }

    private boolean isMqtt5(Reading reading) {
        return reading.trace().version(row).isMqtt5();
    }
}
