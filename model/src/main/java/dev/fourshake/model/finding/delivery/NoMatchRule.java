package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.Subscription;
import dev.fourshake.model.delivery.TieKind;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.topic.TopicFilter;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/**
 * A message that no subscription asks for. A client that never subscribed to anything is left out: there the broker
 * has been set up to send.
 */
final class NoMatchRule implements TieRule {

    @Override
    public void judge(Sent sent) {
        if (!sent.tie().subscriptions().isEmpty() || !sent.tie().isSubscriberKnown()
                || sent.tie().allSubscriptions().isEmpty()) {
            return;
        }
        String topic = topic(sent);
        if (topic.isEmpty()) {
            return;
        }
        Subscription former = former(sent.tie().allSubscriptions(), topic);
        if (former != null) {
            ended(sent, former, topic);
        } else {
            unasked(sent, topic);
        }
    }

    /** As it stands in the packet; empty where an alias stands for it. */
    private static String topic(Sent sent) {
        return sent.publish().topicName();
    }

    private static Subscription former(Collection<Subscription> all, String topic) {
        return all.stream().filter(subscription -> subscription.filter().matches(topic)).findFirst().orElse(null);
    }

    private static void ended(Sent sent, Subscription former, String topic) {
        if (former.endedRow() >= 0 && sent.tie().kind() == TieKind.LIVE && sent.tie().hasMessage()
                && sent.tie().publishedRow() > former.endedRow()
                && sent.nanos() - former.endedNanos() >= Sent.SETTLED_NANOS && sent.tie().isUnique()) {
            sent.reportOnce("MQTT-3.10.4-2", Severity.ERROR, "unsubscribed",
                    new int[] {former.endedRow(), sent.tie().publishedRow()}, topic, former.filter().text());
        }
    }

    private static void unasked(Sent sent, String topic) {
        Subscription system = sent.tie().allSubscriptions().stream()
                .filter(subscription -> matchesSystem(subscription.filter(), topic)).findFirst().orElse(null);
        Subscription similar = sent.tie().allSubscriptions().stream()
                .filter(subscription -> TopicFilter.of(plain(subscription.filter().text())).matches(plain(topic)))
                .findFirst().orElse(null);
        if (system != null) {
            sent.reportOnce("MQTT-4.7.2-1", Severity.ERROR, "system", new int[] {system.askedRow()}, topic,
                    system.filter().text());
        } else if (similar != null) {
            sent.reportOnce("MQTT-4.7.3-4", Severity.ERROR, "similar", new int[] {similar.askedRow()}, topic,
                    similar.filter().text());
        } else {
            sent.reportOnce("MQTT-3.3.2-3", Severity.ERROR, "unmatched", new int[0], topic);
        }
    }

    /** Whether it would match if {@code $} were a character as any other. */
    private static boolean matchesSystem(TopicFilter filter, String topic) {
        return topic.charAt(0) == '$' && !filter.isShared() && filter.matches("S" + topic.substring(1));
    }

    /** Without what must not be ignored: case, composition, repeated and trailing separators. */
    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).replace("\uFEFF", "");
        return composed.toLowerCase(Locale.ROOT).replaceAll("/+", "/").replaceAll("^/|/$", "");
    }
}
