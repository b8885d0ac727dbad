package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Retained messages that stay at the broker until somebody deletes them: once a client. In MQTT 5 the first that has no
 * Message Expiry Interval; before, where there is none, when a client leaves them on so many topics that it hardly
 * overwrites them.
 */
final class RetainedForeverRule implements Rule {

    /** A device's own few states are overwritten and found again; from here on it looks like a topic an event. */
    private static final int MANY_TOPICS = 20;

    private final BitSet told = new BitSet();
    private final Map<Integer, BitSet> topics = new HashMap<>();

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return circumstances.contains(Circumstance.RETAIN);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Tracked tracked = seen.trackedOrNull();
        if (tracked == null || tracked.exchange() == Tracked.NONE
                || !(seen.packetOrNull() instanceof Publish publish) || !publish.retain()
                || publish.payload().isEmpty() || !(seen.event() instanceof Frame frame)
                || frame.direction() != Direction.CLIENT_TO_SERVER || !Phrases.isOfPeer(seen)) {
            return;
        }
        int session = seen.link().session().orElseThrow().id();
        if (told.get(session)) {
            return;
        }
        if (!seen.link().readAs().isMqtt5()) {
            BitSet left = topics.computeIfAbsent(session, _ -> new BitSet());
            left.set(seen.exchanges().topic(tracked.exchange()));
            if (left.cardinality() >= MANY_TOPICS) {
                topics.remove(session);
                tell("FS-RETAINED-FOREVER.many", session, seen, sink);
            }
        } else if (publish.properties().number(PropertyId.MESSAGE_EXPIRY_INTERVAL).isEmpty()) {
            tell("FS-RETAINED-FOREVER", session, seen, sink);
        }
    }

    private void tell(String key, int session, Observation seen, FindingSink sink) {
        told.set(session);
        Object[] values = {Words.client(seen), MANY_TOPICS};
        sink.report("FS-RETAINED-FOREVER", Severity.ADVICE, Phrases.say(key, values),
                Phrases.say(key + ".advice", values));
    }
}
