package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/**
 * Session Present that does not fit what was seen of the session before (MQTT 5.0 section 3.2.2.1.1). A session that
 * comes or goes without a cause in the trace is a warning only: the client may have been connected past the tap, or the
 * broker restarted.
 */
final class SessionPresentRule implements Rule {

    private static final long SECOND = 1_000_000_000L;
    /** Brokers look for expired sessions now and then. */
    private static final long SLACK = 60 * SECOND;

    /** What was seen of a session. */
    private static final class Memory {
        private LinkState link;
        private boolean certain;
        private boolean offline;
        private long endNanos;
        private long expirySeconds;
    }

    private final Numbered<Memory> sessions = new Numbered<>();

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.CONNACK);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        Connect connect = link.connect().orElse(null);
        SessionState session = seen.session().orElse(null);
        if (connect == null || session == null || Report.is31(seen) || !Report.isSent(seen)
                || !Report.isFromServer(seen) || link.connackRow() != seen.row()
                || !(seen.packetOrNull() instanceof Connack connack) || !connack.isAccepted()) {
            return;
        }
        Memory memory = sessions.get(session.id());
        Report report = new Report(seen, sink);
        if (link.isUntouched()) {
            if (connect.cleanStart()) {
                if (connack.sessionPresent()) {
                    report.error(Report.rule(seen, "MQTT-3.2.2-1", "MQTT-3.2.2-2"), "present.clean",
                            link.connectRow());
                }
            } else if (memory != null && memory.certain) {
                compare(memory, connack.sessionPresent(), seen, report);
            }
        }
        remember(memory, session, link);
    }

    private static void compare(Memory memory, boolean present, Observation seen, Report report) {
        long away = memory.offline ? seen.event().timeNanos() - memory.endNanos : 0;
        long expiry = memory.expirySeconds;
        boolean never = expiry == SessionState.NEVER;
        int before = memory.link.connackRow();
        if (present && memory.offline && expiry == 0) {
            report.warning("MQTT-3.2.2-3", "present.neverKept", before);
        } else if (present && !never && away > expiry * SECOND + SLACK) {
            report.warning("MQTT-4.1.0-2", "present.expired", before, expiry, away / SECOND);
        } else if (!present && expiry > 0 && (never || away < (expiry - 1) * SECOND)) {
            report.warning(Report.rule(seen, "MQTT-3.2.2-2", "MQTT-3.2.2-3"), "present.lost", before);
        }
    }

    private void remember(Memory before, SessionState session, LinkState link) {
        Memory memory = before == null ? new Memory() : before;
        memory.link = link;
        memory.certain = link.isUntouched();
        memory.offline = false;
        memory.expirySeconds = session.expirySeconds();
        sessions.put(session.id(), memory);
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (seen.event() instanceof LinkEnded ended && ended.isFinal()) {
            Memory memory = seen.session().map(session -> sessions.get(session.id())).orElse(null);
            if (memory != null && memory.link == seen.link()) {
                memory.offline = true;
                memory.endNanos = ended.timeNanos();
                memory.certain = seen.link().isUntouched();
                memory.expirySeconds = seen.session().orElseThrow().expirySeconds();
            }
        }
    }
}
