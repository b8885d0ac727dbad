package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.Subscription;
import dev.fourshake.model.finding.Severity;

/** RETAIN of a message that is passed on at once (MQTT 5.0 section 3.3.1.3). */
final class RetainFlagRule implements TieRule {

    @Override
    public void judge(Sent sent) {
        if (!sent.isSureDelivery() || sent.tie().isAltered() || !sent.isLongAfterSubscribing()) {
            return;
        }
        boolean asPublished = sent.isMqtt5() && sent.all(RetainFlagRule::isAsPublished);
        boolean never = !sent.isMqtt5() || sent.all(subscription -> !isAsPublished(subscription));
        int[] published = {sent.tie().publishedRow()};
        if (never && sent.publish().retain() && sent.tie().isUnique()) {
            sent.reportOnce(sent.isMqtt5() ? "MQTT-3.3.1-12" : "MQTT-3.3.1-9", Severity.ERROR, "retain.live",
                    published);
        } else if (asPublished && sent.publish().retain() != sent.tie().publishedRetain() && sent.tie().isUnique()) {
            sent.reportOnce("MQTT-3.3.1-13", Severity.ERROR, "retain.changed", published);
        }
    }

    private static boolean isAsPublished(Subscription subscription) {
        return subscription.options().retainAsPublished();
    }
}
