package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.finding.Severity;

/** A message that the broker took over, and that a subscriber was not sent though it got later ones. */
final class LossRule implements TieRule {

    @Override
    public void judge(Sent sent) {
        if (sent.tie().lost() >= 0) {
            sent.report("MQTT-4.5.0-1", Severity.ERROR, "lost", new int[] {sent.tie().lostRow()},
                    sent.tie().lostRow() + 1);
        }
    }
}
