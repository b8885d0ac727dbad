package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.finding.Severity;

/**
 * A message that the broker took over, and that a subscriber was not sent though it got later ones. What came while the
 * subscriber was away has a statement of its own in MQTT 3.1.1, and a queue that was full for an excuse.
 */
final class LossRule implements TieRule {

    @Override
    public void judge(Sent sent) {
        if (sent.tie().lost() < 0) {
            return;
        }
        int lostRow = sent.tie().lostRow();
        if (!sent.isMqtt5() && lostRow < sent.seen().link().connectRow()) {
            sent.report("MQTT-3.1.2-5", Severity.WARNING, "lost.away", new int[] {lostRow}, lostRow + 1);
        } else {
            sent.report("MQTT-4.5.0-1", Severity.ERROR, "lost", new int[] {lostRow}, lostRow + 1);
        }
    }
}
