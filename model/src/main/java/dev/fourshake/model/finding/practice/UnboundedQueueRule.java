package dev.fourshake.model.finding.practice;

import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.PacketType;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/** A session that is kept for ever and subscribes at QoS 1 or 2, so that the broker queues for it: once a session. */
final class UnboundedQueueRule implements Rule {

    private static final int HIGHEST = 2;

    private final BitSet told = new BitSet();

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.SUBACK);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        SessionState session = seen.link().session().orElse(null);
        if (session == null || seen.link().connect().isEmpty() || session.expirySeconds() != SessionState.NEVER
                || told.get(session.id()) || !(seen.packetOrNull() instanceof Suback suback)
                || suback.reasonCodes().stream().noneMatch(code -> code > 0 && code <= HIGHEST)) {
            return;
        }
        told.set(session.id());
        String key = seen.link().readAs().isMqtt5() ? "FS-QUEUE-UNBOUNDED" : "FS-QUEUE-UNBOUNDED.clean";
        Object[] values = {Words.client(seen)};
        sink.report("FS-QUEUE-UNBOUNDED", Severity.ADVICE, Phrases.say(key, values),
                Phrases.say(key + ".advice", values), seen.link().connectRow());
    }
}
