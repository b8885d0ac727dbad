package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.finding.Severity;

/** A message that a later one of the same client, topic and QoS has overtaken (MQTT 5.0 section 4.6). */
final class OrderRule implements TieRule {

    @Override
    public void judge(Sent sent) {
        if (sent.tie().isLate() && sent.tie().publishedQos() == 1 && !sent.tie().isMeddled()
                && !sent.tie().isRepeated() && sent.tie().isUnique()) {
            sent.report(sent.isMqtt5() ? "MQTT-4.6.0-5" : "MQTT-4.6.0-6", Severity.ERROR, "order",
                    new int[] {sent.tie().publishedRow()});
        }
    }
}
