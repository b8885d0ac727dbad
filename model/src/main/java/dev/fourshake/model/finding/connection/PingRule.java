package dev.fourshake.model.finding.connection;

import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;

/**
 * A PINGREQ that gets no PINGRESP within the Keep Alive (MQTT 5.0 section 3.12.4). The server is accused when it answers
 * what came later: then it lives, and has had the PINGREQ.
 */
final class PingRule implements Rule {

    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE = 10 * SECOND;

    /** The oldest PINGREQ that waits. */
    private record Ping(int row, long nanos) {
    }

    private final Numbered<Ping> waiting = new Numbered<>();

    @Override
    public void packet(Observation seen, FindingSink sink) {
        int link = seen.link().number();
        PacketType type = seen.decoded().type();
        Ping ping = waiting.get(link);
        if (ping == null) {
            if (type == PacketType.PINGREQ && !Report.isFromServer(seen)) {
                waiting.put(link, new Ping(seen.row(), seen.event().timeNanos()));
            }
        } else if (Report.isFromServer(seen)) {
            if (type == PacketType.PINGRESP) {
                waiting.forget(link);
            } else {
                judge(seen, sink, ping);
            }
        }
    }

    private void judge(Observation seen, FindingSink sink, Ping ping) {
        LinkState link = seen.link();
        long waited = seen.event().timeNanos() - ping.nanos();
        Tracked tracked = seen.tracked().orElse(null);
        if (waited > Math.max(PATIENCE, link.keepAlive() * SECOND) && link.isUntouched() && link.connackRow() >= 0
                && tracked != null && tracked.exchange() != Tracked.NONE
                && seen.exchanges().firstRow(tracked.exchange()) > ping.row()
                && seen.exchanges().direction(tracked.exchange()) == Direction.CLIENT_TO_SERVER) {
            waiting.forget(link.number());
            new Report(seen, sink).error("MQTT-3.12.4-1", "ping.unanswered", ping.row(), waited / SECOND,
                    seen.decoded().type().name());
        }
    }
}
