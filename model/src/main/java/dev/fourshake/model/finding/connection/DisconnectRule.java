package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/** DISCONNECT is a side's last packet, and it closes then; the client cannot revive a session by it (section 3.14). */
final class DisconnectRule implements Rule {

    private static final int NOBODY = -1;
    private static final int REFUSED = 0x80;

    private final Duties duties;
    /** Rows of the DISCONNECT of either direction. */
    private final Numbered<int[]> links = new Numbered<>();

    DisconnectRule(Duties duties) {
        this.duties = duties;
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.DISCONNECT || circumstances.contains(Circumstance.WATCHED);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        int[] said = links.get(seen.link().number());
        if (said == null && seen.decoded().type() != PacketType.DISCONNECT || !Report.isSent(seen)) {
            return;
        }
        if (said == null) {
            said = new int[] {NOBODY, NOBODY};
            links.put(seen.link().number(), said);
            seen.link().watch();
        }
        int side = Report.direction(seen).ordinal();
        if (said[side] >= 0) {
            if (seen.link().holeRow() < 0) {
                new Report(seen, sink).error(Report.rule(seen, "MQTT-3.14.4-2", "MQTT-3.14.4-1"),
                        Report.isFromServer(seen) ? "disconnect.server" : "disconnect.client", said[side],
                        seen.decoded().type().name());
            }
            said[side] = NOBODY;
        } else if (seen.packetOrNull() instanceof Disconnect disconnect) {
            said[side] = seen.row();
            disconnect(seen, sink, disconnect);
        }
    }

    private void disconnect(Observation seen, FindingSink sink, Disconnect disconnect) {
        LinkState link = seen.link();
        boolean mqtt5 = link.readAs().isMqtt5();
        boolean fromServer = Report.isFromServer(seen);
        if (fromServer && !mqtt5) {
            return;
        }
        if (link.isUntouched()) {
            String rule = mqtt5 ? disconnect.reasonCode() >= REFUSED ? "MQTT-4.13.2-1" : "MQTT-3.14.4-2"
                    : "MQTT-3.14.4-1";
            Direction debtor = Report.direction(seen);
            duties.owe(link, new Duty(debtor, seen.row(), seen.event().timeNanos(), "", rule,
                    fromServer ? "open.disconnectServer" : "open.disconnectClient"));
        }
        long expiry = disconnect.properties().number(PropertyId.SESSION_EXPIRY_INTERVAL).orElse(0);
        boolean neverKept = link.connect()
                .map(connect -> connect.properties().number(PropertyId.SESSION_EXPIRY_INTERVAL).orElse(0) == 0)
                .orElse(false);
        if (!fromServer && expiry > 0 && neverKept) {
            new Report(seen, sink).error("section 3.14.2.2.2", "disconnect.expiry", link.connectRow(), expiry);
        }
    }
}
