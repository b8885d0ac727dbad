package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/** The server begins with one CONNACK (MQTT 5.0 sections 3.2 and 3.14); before it, only AUTH may come. */
final class FirstServerPacketRule implements Rule {

    /** Links on which a CONNACK that could not be read came, or that were reported. */
    private final Numbered<Boolean> settled = new Numbered<>();

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.CONNACK || type == PacketType.DISCONNECT
                || circumstances.contains(Circumstance.OPENING);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        PacketType type = seen.decoded().type();
        if (link.connackRow() >= 0 && type != PacketType.CONNACK && type != PacketType.DISCONNECT
                || !Report.isFromServer(seen) || !Report.isSent(seen) || link.connectRow() < 0
                || link.holeRow() >= 0) {
            return;
        }
        if (seen.decoded().packet().isEmpty()) {
            settled.put(link.number(), true);
        } else if (settled.get(link.number()) == null) {
            judge(seen, link, type, new Report(seen, sink));
        }
    }

    private void judge(Observation seen, LinkState link, PacketType type, Report report) {
        boolean mqtt5 = link.readAs().isMqtt5();
        switch (type) {
            case CONNACK -> {
                if (mqtt5 && link.connackRow() < seen.row()) {
                    report.error("MQTT-3.2.0-2", "connack.second", link.connackRow());
                }
            }
            case DISCONNECT -> {
                if (mqtt5 && !link.connack().map(Connack::isAccepted).orElse(false)) {
                    report(link, report, "MQTT-3.14.0-1", type);
                }
            }
            case PUBLISH, PUBACK, PUBREC, PUBREL, PUBCOMP, SUBACK, UNSUBACK, PINGRESP ->
                    report(link, report, "MQTT-3.2.0-1", type);
            case RESERVED, CONNECT, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, AUTH -> {
            }
        }
    }

    private void report(LinkState link, Report report, String rule, PacketType type) {
        settled.put(link.number(), true);
        report.error(rule, "connack.notFirst", link.connectRow(), type.name());
    }
}
