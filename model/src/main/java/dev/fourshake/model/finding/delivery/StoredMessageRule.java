package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.Subscription;
import dev.fourshake.model.delivery.TieKind;
import dev.fourshake.model.finding.Severity;

/** Stored messages that must not be sent: empty ones, and those that Retain Handling forbids. */
final class StoredMessageRule implements TieRule {

    @Override
    public void judge(Sent sent) {
        if (!sent.publish().retain() || sent.tie().kind() == TieKind.LIVE || !sent.tie().isSubscriberKnown()
                || !sent.all(subscription -> !subscription.options().retainAsPublished())) {
            return;
        }
        Subscription first = sent.tie().subscriptions().getFirst();
        if (sent.publish().payload().isEmpty()) {
            sent.reportOnce(sent.isMqtt5() ? "MQTT-3.3.1-7" : "MQTT-3.3.1-11", Severity.ERROR, "stored.empty",
                    new int[] {first.askedRow()});
        } else if (sent.isMqtt5() && sent.all(StoredMessageRule::wantsNone)) {
            sent.reportOnce("MQTT-3.3.1-11", Severity.ERROR, "stored.never", new int[] {first.askedRow()});
        } else if (sent.isMqtt5() && sent.all(subscription -> wantsNoMore(subscription, sent))) {
            sent.reportOnce("MQTT-3.3.1-10", Severity.ERROR, "stored.again", new int[] {first.askedRow()});
        }
    }

    /** Retain Handling 2, and never asked for otherwise. */
    private static boolean wantsNone(Subscription subscription) {
        return subscription.options().retainHandling() == 2 && subscription.askedNanos() == subscription.beganNanos();
    }

    /** Retain Handling 1, asked for once more long after the subscription began on this connection. */
    private static boolean wantsNoMore(Subscription subscription, Sent sent) {
        return subscription.options().retainHandling() == 1
                && subscription.askedNanos() - subscription.beganNanos() >= Sent.SETTLED_NANOS
                && subscription.beganLink() == sent.seen().link().number();
    }
}
