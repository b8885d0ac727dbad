package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.Subscription;
import dev.fourshake.model.finding.Severity;

/**
 * The QoS of a delivery: the lower one of the published and the granted one (MQTT 5.0 section 3.8.4; for shared
 * subscriptions 4.8.2). One that is too low is named at QoS 1 only: at QoS 0 a broker may have kept an older, equal
 * message for a client that was away. One above the published one is a warning only: another client, not seen, may have
 * published the same.
 */
final class GrantedQosRule implements TieRule {

    @Override
    public void judge(Sent sent) {
        if (!sent.tie().isSubscriberKnown() || !sent.all(subscription -> subscription.grantedRow() >= 0)) {
            return;
        }
        String rule = !sent.isMqtt5() ? "MQTT-3.8.4-6"
                : sent.all(subscription -> subscription.filter().isShared()) ? "MQTT-4.8.2-3" : "MQTT-3.8.4-8";
        int qos = sent.publish().qos().level();
        Subscription first = sent.tie().subscriptions().getFirst();
        int granted = first.mostGranted();
        for (Subscription subscription : sent.tie().subscriptions()) {
            granted = Math.max(granted, subscription.mostGranted());
        }
        if (qos > granted) {
            sent.reportOnce(rule, Severity.ERROR, "qos.above", new int[] {first.grantedRow()}, qos, granted);
        } else if (sent.isSureDelivery() && qos > sent.tie().publishedQos() && sent.tie().isUnique()) {
            sent.reportOnce(rule, Severity.WARNING, "qos.raised", new int[] {sent.tie().publishedRow()}, qos,
                    sent.tie().publishedQos());
        } else if (qos > 0 && qos < granted && sent.tie().subscriptions().size() == 1 && !first.filter().isShared()
                && first.granted() == granted && sent.isSureDelivery()
                && qos < Math.min(sent.tie().publishedQos(), granted) && sent.tie().isUnique()) {
            sent.reportOnce(rule, Severity.ERROR, "qos.below",
                    new int[] {first.grantedRow(), sent.tie().publishedRow()}, qos, granted,
                    sent.tie().publishedQos());
        }
    }
}
