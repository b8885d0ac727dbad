package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.topic.TopicFilter;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Messages that get to a subscriber at a lower QoS than they were published at, because it subscribed so: once for each
 * session and Topic Filter, and looked at once for each session and topic.
 */
final class LoweredDeliveryRule implements Rule {

    private record Told(int session, String topicFilter) {
    }

    private byte[] publishedQos = new byte[64];
    private int[] publishedRow = new int[64];
    private LinkState[] publisher = new LinkState[64];
    private BitSet[] lookedAt = new BitSet[8];
    private final Set<Told> told = new HashSet<>();

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.PUBLISH);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Tracked tracked = seen.trackedOrNull();
        if (tracked == null || tracked.exchange() == Tracked.NONE || !(seen.event() instanceof Frame frame)
                || !(seen.packetOrNull() instanceof Publish publish)) {
            return;
        }
        int topic = seen.exchanges().topic(tracked.exchange());
        if (topic == 0) {
            return;
        }
        int qos = publish.qos().level();
        if (frame.direction() == Direction.SERVER_TO_CLIENT) {
            if (topic < publishedQos.length && qos < publishedQos[topic] && !publish.retain()
                    && Phrases.isOfPeer(seen)) {
                delivered(topic, publish, seen, sink);
            }
        } else if (qos > 0 && frame.fate() == Frame.Fate.PASSED) {
            published(topic, qos, seen);
        }
    }

    private void published(int topic, int qos, Observation seen) {
        if (topic >= publishedQos.length) {
            int length = Math.max(topic + 1, publishedQos.length * 2);
            publishedQos = Arrays.copyOf(publishedQos, length);
            publishedRow = Arrays.copyOf(publishedRow, length);
            publisher = Arrays.copyOf(publisher, length);
        }
        if (qos >= publishedQos[topic]) {
            publishedQos[topic] = (byte) qos;
            publishedRow[topic] = seen.row();
            publisher[topic] = seen.link();
        }
    }

    private void delivered(int topic, Publish publish, Observation seen, FindingSink sink) {
        SessionState session = seen.link().session().orElseThrow();
        if (publish.topicName().isEmpty() || !session.isKnown() || session.holeRow() >= 0
                || !isFirstLook(session.id(), topic)
                || !publisher[topic].opened().broker().equals(seen.link().opened().broker())) {
            return;
        }
        List<TopicSubscription> matching = session.subscriptions().stream()
                .filter(subscription -> TopicFilter.of(subscription.topicFilter()).matches(publish.topicName()))
                .toList();
        int granted = matching.stream().mapToInt(subscription -> subscription.maximumQos().level()).max().orElse(-1);
        if (granted != publish.qos().level()) {
            return;
        }
        String filter = matching.stream().filter(subscription -> subscription.maximumQos().level() == granted)
                .findFirst().orElseThrow().topicFilter();
        if (told.add(new Told(session.id(), filter))) {
            Object[] values = {Words.client(seen), publish.topicName(), (int) publishedQos[topic], granted, filter};
            sink.report("FS-QOS-LOWERED", Severity.ADVICE, Phrases.say("FS-QOS-LOWERED", values),
                    Phrases.say("FS-QOS-LOWERED.advice", values), publishedRow[topic]);
        }
    }

    private boolean isFirstLook(int session, int topic) {
        if (session >= lookedAt.length) {
            lookedAt = Arrays.copyOf(lookedAt, Math.max(session + 1, lookedAt.length * 2));
        }
        if (lookedAt[session] == null) {
            lookedAt[session] = new BitSet();
        }
        boolean first = !lookedAt[session].get(topic);
        lookedAt[session].set(topic);
        return first;
    }
}
