package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.WireEvent;
import java.util.Set;

/** A valid CONNECT that nobody answers while the connection stays open (MQTT 5.0 section 3.1.4). */
final class NoConnackRule implements Rule {

    private static final long PATIENCE = 10_000_000_000L;

    /** When a CONNECT came that waits for its answer. */
    private final Numbered<Long> waiting = new Numbered<>();

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return circumstances.contains(Circumstance.OPENING);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (link.connackRow() >= 0) {
            return;
        }
        if (Report.isFromServer(seen)) {
            waiting.forget(link.number());
        } else if (seen.row() == link.connectRow() && seen.decoded().isOk()) {
            waiting.put(link.number(), seen.event().timeNanos());
        } else {
            judge(seen, sink);
        }
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (seen.event() instanceof LinkEnded ended) {
            if (ended.by() == LinkEnded.Party.CLIENT && seen.link().connackRow() < 0) {
                judge(seen, sink);
            }
            waiting.forget(ended.link());
        }
    }

    private void judge(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        WireEvent event = seen.event();
        Long since = waiting.get(link.number());
        if (since != null && event.timeNanos() - since > PATIENCE && link.isUntouched()) {
            waiting.forget(link.number());
            new Report(seen, sink).warning(Report.rule(seen, "MQTT-3.1.4-4", "MQTT-3.1.4-5"), "connack.none",
                    link.connectRow(), (event.timeNanos() - since) / 1_000_000_000L);
        }
    }
}
