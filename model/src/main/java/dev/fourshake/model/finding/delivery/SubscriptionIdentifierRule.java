package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;

/** Subscription Identifiers of a delivery (MQTT 5.0 section 3.3.4). */
final class SubscriptionIdentifierRule implements TieRule {

    @Override
    public void judge(Sent sent) {
        if (!sent.isMqtt5() || !sent.isSureDelivery()) {
            return;
        }
        boolean any = false;
        for (Property property : sent.publish().properties().entries()) {
            if (property.id() == PropertyId.SUBSCRIPTION_IDENTIFIER
                    && property.value() instanceof Property.Number(long identifier)) {
                any = true;
                if (isForeign(sent, identifier)) {
                    sent.reportOnce("MQTT-3.3.4-5", Severity.ERROR, "identifier.foreign",
                            new int[] {sent.tie().subscriptions().getFirst().askedRow()}, identifier);
                    return;
                }
            }
        }
        if (!any && sent.all(subscription -> subscription.identifier() > 0)) {
            sent.reportOnce("MQTT-3.3.4-3", Severity.ERROR, "identifier.missing",
                    new int[] {sent.tie().subscriptions().getFirst().askedRow()});
        }
    }

    private static boolean isForeign(Sent sent, long identifier) {
        return sent.tie().allSubscriptions().stream().noneMatch(known -> known.identifier() == identifier);
    }
}
