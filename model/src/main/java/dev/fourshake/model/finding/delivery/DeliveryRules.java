package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.BrokerWatch;
import dev.fourshake.model.finding.Rule;
import java.util.List;

/** All rules of this package. */
public final class DeliveryRules {

    private DeliveryRules() {
    }

    /** New rules for one trace, whose brokers are watched so. */
    public static List<Rule> all(BrokerWatch brokers) {
        return List.of(new TiedMessageRule(List.of(new NoMatchRule(), new RetainFlagRule(), new StoredMessageRule(),
                        new GrantedQosRule(), new SubscriptionIdentifierRule(), new ForwardedPropertiesRule(),
                        new ExpiryRule(), new NoLocalRule(), new OrderRule(), new LossRule(), new OnceRule(),
                        new WillRule(), new OverlapRule(), new ReplacedSubscriptionRule(),
                        new SharedDeliveryRule())),
                new UnsentWillRule(brokers), new GrantRule(), new AcknowledgementOrderRule(), new ResendOrderRule());
    }
}
