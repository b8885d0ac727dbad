package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.Subscription;
import dev.fourshake.model.delivery.TieKind;
import dev.fourshake.model.finding.Severity;

/**
 * A subscription that was asked for again and is not replaced but added, or goes on as it was (MQTT 5.0 section 3.8.4).
 * That a message comes twice is a warning only: another client, not seen, may have sent the same.
 */
final class ReplacedSubscriptionRule implements TieRule {

    private static final String REPLACED = "MQTT-3.8.4-3";

    @Override
    public void judge(Sent sent) {
        if (sent.tie().subscriptions().size() != 1) {
            return;
        }
        Subscription only = sent.tie().subscriptions().getFirst();
        if (only.askedNanos() == only.beganNanos() || only.filter().isShared() || !sent.tie().hasMessage()
                || !sent.tie().isSubscriberKnown() || !sent.tie().isSettled() || sent.tie().isMeddled()) {
            return;
        }
        int qos = sent.publish().qos().level();
        int[] rows = {only.askedRow(), sent.tie().publishedRow()};
        if (sent.tie().kind() == TieKind.DUPLICATE) {
            if (!sent.tie().isRepeated() && isAlone(sent) && sent.tie().isUnique()) {
                sent.reportOnce(REPLACED, Severity.WARNING, "replaced.twice", rows, only.filter().text());
            }
        } else if (sent.tie().kind() == TieKind.LIVE && qos > only.granted() && qos <= only.mostGranted()
                && sent.tie().publishedNanos() - only.askedNanos() >= Sent.SETTLED_NANOS && sent.tie().isUnique()) {
            sent.reportOnce(REPLACED, Severity.ERROR, "replaced.qos", rows, only.filter().text(), qos, only.granted());
        }
    }

    /** Whether no other subscription, ended meanwhile, can have asked for the message. */
    private static boolean isAlone(Sent sent) {
        String topic = sent.publish().topicName();
        return !topic.isEmpty() && sent.tie().allSubscriptions().stream()
                .filter(subscription -> subscription.filter().matches(topic)).count() == 1;
    }
}
