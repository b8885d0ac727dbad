package dev.fourshake.model.finding.connection;

import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/**
 * A PINGREQ that gets no PINGRESP within the Keep Alive (MQTT 5.0 section 3.12.4). The server is accused when it
 * answers what came later: then it lives, and has had the PINGREQ.
 */
final class PingRule implements Rule {

    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE = 10 * SECOND;

    /** The oldest PINGREQ that waits. */
    private record Ping(int row, long nanos) {
    }

    private final Numbered<Ping> waiting = new Numbered<>();

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.PINGREQ || circumstances.contains(Circumstance.WATCHED);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        int link = seen.link().number();
        PacketType type = seen.decoded().type();
        Ping ping = waiting.get(link);
        if (ping == null) {
            if (type == PacketType.PINGREQ && !Report.isFromServer(seen)) {
                waiting.put(link, new Ping(seen.row(), seen.event().timeNanos()));
                seen.link().watch();
            }
        } else if (Report.isFromServer(seen)) {
            if (type == PacketType.PINGRESP) {
                answered(seen.link());
            } else {
                judge(seen, sink, ping);
            }
        }
    }

    private void answered(LinkState link) {
        waiting.forget(link.number());
        link.unwatch();
    }

    private void judge(Observation seen, FindingSink sink, Ping ping) {
        LinkState link = seen.link();
        long waited = seen.event().timeNanos() - ping.nanos();
        Tracked tracked = seen.tracked().orElse(null);
        if (waited > Math.max(PATIENCE, link.keepAlive() * SECOND) && link.isUntouched() && link.connackRow() >= 0
                && tracked != null && tracked.exchange() != Tracked.NONE
                && seen.exchanges().firstRow(tracked.exchange()) > ping.row()
                && seen.exchanges().direction(tracked.exchange()) == Direction.CLIENT_TO_SERVER) {
            answered(link);
            new Report(seen, sink).error("MQTT-3.12.4-1", "ping.unanswered", ping.row(), waited / SECOND,
                    seen.decoded().type().name());
        }
    }
}
