package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/**
 * A second connection with the same Client Identifier takes the session over: the server has to close the first one, in
 * MQTT 5 with a DISCONNECT 0x8E before (section 3.1.4). That there is none is a warning only.
 */
final class TakeOverRule implements Rule {

    private static final long SOON = 10_000_000_000L;

    private final Duties duties;
    private final Numbered<LinkState> connected = new Numbered<>();
    /** Links that were taken over and have not got their DISCONNECT. */
    private final Numbered<Duty> taken = new Numbered<>();

    TakeOverRule(Duties duties) {
        this.duties = duties;
    }

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.CONNACK, PacketType.DISCONNECT);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        if (!Report.isSent(seen)) {
            return;
        }
        LinkState link = seen.link();
        if (seen.decoded().type() == PacketType.DISCONNECT) {
            taken.forget(link.number());
        } else if (Report.isFromServer(seen) && link.connectRow() >= 0
                && seen.packetOrNull() instanceof Connack connack && connack.isAccepted()) {
            SessionState session = seen.session().orElseThrow();
            LinkState before = connected.get(session.id());
            connected.put(session.id(), link);
            if (before != null && before != link && !before.hasEnded() && before.isUntouched()) {
                takeOver(seen, before);
            }
        }
    }

    private void takeOver(Observation seen, LinkState before) {
        String rule = before.readAs().isMqtt5() ? "MQTT-3.1.4-3" : "MQTT-3.1.4-2";
        Duty duty = new Duty(Direction.SERVER_TO_CLIENT, seen.row(), seen.event().timeNanos(), rule, rule,
                "open.takenOver");
        duties.owe(before, duty);
        if (before.readAs().isMqtt5()) {
            taken.put(before.number(), duty);
        }
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (seen.event() instanceof LinkEnded ended) {
            Duty duty = taken.get(ended.link());
            taken.forget(ended.link());
            if (duty != null && ended.by() == LinkEnded.Party.BROKER && seen.link().isUntouched()
                    && ended.timeNanos() - duty.sinceNanos() < SOON) {
                new Report(seen, sink).warning("MQTT-3.1.4-3", "takenOver.unsaid", duty.row());
            }
        }
    }
}
