package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/**
 * More messages in flight than the receiver allows (MQTT 5.0 section 4.9). Counted as the specification counts its send
 * quota: each PUBLISH at QoS 1 and 2 takes one, on this connection; PUBACK, PUBCOMP, and a PUBREC of 0x80 or more give
 * one back. An acknowledgement counts when it comes by, even one that the tap made or keeps back: the sender has the
 * benefit of the doubt.
 */
final class ReceiveMaximumRule implements Rule {

    /** Messages in flight on a link, by the direction of the message; it is told once. Fields, as links are many. */
    private static final class InFlight {
        private int ofClient;
        private int ofServer;
        private boolean clientTold;
        private boolean serverTold;

        private int add(Direction direction) {
            return direction == Direction.CLIENT_TO_SERVER ? ++ofClient : ++ofServer;
        }

        private void free(Direction direction) {
            if (direction == Direction.CLIENT_TO_SERVER) {
                ofClient = Math.max(0, ofClient - 1);
            } else {
                ofServer = Math.max(0, ofServer - 1);
            }
        }

        private boolean isTold(Direction direction) {
            return direction == Direction.CLIENT_TO_SERVER ? clientTold : serverTold;
        }

        private void told(Direction direction) {
            clientTold |= direction == Direction.CLIENT_TO_SERVER;
            serverTold |= direction == Direction.SERVER_TO_CLIENT;
        }
    }

    private final Numbered<InFlight> links = new Numbered<>();

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.PUBLISH, PacketType.PUBACK, PacketType.PUBREC, PacketType.PUBCOMP);
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return types().contains(type) && circumstances.contains(Circumstance.MQTT_5)
                && !circumstances.contains(Circumstance.QOS_0);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (!link.readAs().isMqtt5()) {
            return;
        }
        InFlight inFlight = links.get(link.number());
        if (inFlight == null) {
            inFlight = new InFlight();
            links.put(link.number(), inFlight);
        }
        Direction direction = Report.direction(seen);
        Packet packet = seen.packetOrNull();
        if (packet instanceof Publish publish) {
            if (publish.qos() != Qos.AT_MOST_ONCE && Report.isSent(seen)) {
                publish(seen, sink, inFlight, direction);
            }
        } else if (seen.decoded().type() != PacketType.PUBLISH && isFreeing(packet)) {
            inFlight.free(direction.opposite());
        }
    }

    /** One that cannot be read may well have been. */
    private static boolean isFreeing(Packet packet) {
        return !(packet instanceof Pubrec pubrec) || pubrec.isFailure();
    }

    private static void publish(Observation seen, FindingSink sink, InFlight inFlight, Direction direction) {
        LinkState link = seen.link();
        int count = inFlight.add(direction);
        int maximum = link.limits(direction).receiveMaximum();
        if (count > maximum && link.isClientInformed() && !inFlight.isTold(direction)) {
            inFlight.told(direction);
            boolean server = direction == Direction.SERVER_TO_CLIENT;
            new Report(seen, sink).error(server ? "MQTT-3.3.4-9" : "MQTT-3.3.4-7",
                    server ? "receiveMaximum.server" : "receiveMaximum.client",
                    server ? link.connectRow() : link.connackRow(), count, maximum);
        }
    }
}
