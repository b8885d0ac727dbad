package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.BrokerWatch;
import dev.fourshake.model.delivery.UnsentWill;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/**
 * A Will that is not published though its connection ended without a farewell (MQTT 5.0 section 3.1.2.5). It shows only
 * where a subscriber was there all the time; and as the broker may forbid the client to publish there, or the
 * subscriber to read it, it is a warning.
 */
final class UnsentWillRule implements Rule {

    private final BrokerWatch brokers;

    UnsentWillRule(BrokerWatch brokers) {
        this.brokers = brokers;
    }

    @Override
    public Set<PacketType> types() {
        return EnumSet.noneOf(PacketType.class);
    }

    @Override
    public void clock(long nowNanos, FindingSink sink) {
        for (UnsentWill unsent = brokers.takeUnsentWill(nowNanos); unsent != null;
                unsent = brokers.takeUnsentWill(nowNanos)) {
            Object[] values = {Words.client(unsent.will().link()), unsent.witness().clientId()};
            sink.reportOn(unsent.will().link().number(), "MQTT-3.1.2-8", Severity.WARNING,
                    Message.of(Sent.class, "will.unsent", values), Message.of(Sent.class, "will.unsent.advice", values),
                    unsent.will().row(), unsent.will().endedRow(), unsent.subscribedRow());
        }
    }
}
