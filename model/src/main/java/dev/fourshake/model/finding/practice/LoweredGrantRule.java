package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A SUBACK that grants a lower QoS than was asked for: once for each session and Topic Filter. */
final class LoweredGrantRule implements Rule {

    private static final int HIGHEST = 2;

    private record Told(int session, String topicFilter) {
    }

    private final Map<Integer, Subscribe> asked = new HashMap<>();
    private final Set<Told> told = new HashSet<>();

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.SUBSCRIBE, PacketType.SUBACK);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Tracked tracked = seen.trackedOrNull();
        Packet packet = seen.packetOrNull();
        if (tracked == null || tracked.exchange() == Tracked.NONE) {
            return;
        }
        if (packet instanceof Subscribe subscribe) {
            asked.putIfAbsent(tracked.exchange(), subscribe);
        } else if (packet instanceof Suback suback && Phrases.isOfPeer(seen)) {
            Subscribe subscribe = asked.remove(tracked.exchange());
            if (subscribe != null) {
                granted(subscribe, suback, seen, sink);
            }
        }
    }

    private void granted(Subscribe subscribe, Suback suback, Observation seen, FindingSink sink) {
        int session = seen.link().session().orElseThrow().id();
        int count = Math.min(subscribe.subscriptions().size(), suback.reasonCodes().size());
        for (int i = 0; i < count; i++) {
            TopicSubscription wanted = subscribe.subscriptions().get(i);
            int granted = suback.reasonCodes().get(i);
            if (granted <= HIGHEST && granted < wanted.maximumQos().level()
                    && told.add(new Told(session, wanted.topicFilter()))) {
                Object[] values = {Words.client(seen), wanted.topicFilter(), wanted.maximumQos().level(), granted};
                sink.report("FS-QOS-LOWERED", Severity.WARNING, Phrases.say("FS-QOS-LOWERED.grant", values),
                        Phrases.say("FS-QOS-LOWERED.grant.advice", values),
                        seen.exchanges().firstRow(seen.trackedOrNull().exchange()));
            }
        }
    }

    /** Nobody answers any more what waited on the connection. */
    @Override
    public void event(Observation seen, FindingSink sink) {
        if (seen.event() instanceof LinkEnded && !asked.isEmpty()) {
            asked.keySet().removeIf(id -> seen.exchanges().finishedRow(id) != ExchangeLog.OPEN);
        }
    }
}
