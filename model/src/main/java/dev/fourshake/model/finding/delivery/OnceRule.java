package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.TieKind;
import dev.fourshake.model.finding.Severity;

/** A QoS 2 message that its publisher had to send again, and that the broker passes on once more. */
final class OnceRule implements TieRule {

    @Override
    public void judge(Sent sent) {
        if (sent.tie().kind() == TieKind.DUPLICATE && sent.tie().publishedQos() == 2 && sent.tie().isRepeated()
                && !sent.tie().isMeddled() && sent.tie().isSubscriberKnown() && sent.tie().isUnique()) {
            sent.report(sent.isMqtt5() ? "MQTT-4.3.3-10" : "MQTT-4.3.3-2", Severity.ERROR, "twice",
                    new int[] {sent.tie().publishedRow()});
        }
    }
}
