package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.Forwarded;
import dev.fourshake.model.delivery.TieKind;
import dev.fourshake.model.delivery.WillMessage;
import dev.fourshake.model.finding.Severity;

/**
 * Wills that are published though they are void, or too early (MQTT 5.0 section 3.1.2.5), or in part altered. Another
 * client, not seen, may have published the same: so it is a warning.
 */
final class WillRule implements TieRule {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long SOON_NANOS = 10 * NANOS_PER_SECOND;

    @Override
    public void judge(Sent sent) {
        WillMessage will = sent.tie().kind() == TieKind.WILL ? sent.tie().will().orElse(null) : null;
        if (will == null || sent.seen().link().connectRow() > will.row()) {
            // What was kept for a subscriber that was away may be an earlier Will.
            return;
        }
        if (sent.isMqtt5() && sent.tie().alterations().contains(Forwarded.USER_PROPERTY_ORDER)
                && !sent.tie().alterations().contains(Forwarded.USER_PROPERTIES)) {
            sent.reportOnce("MQTT-3.1.3-10", Severity.WARNING, "will.order", new int[] {will.row()});
        }
        if (will.leftNanos() != WillMessage.NEVER) {
            if (sent.nanos() - will.leftNanos() < SOON_NANOS) {
                sent.report("MQTT-3.1.2-10", Severity.WARNING, "will.void", new int[] {will.row(), will.leftRow()});
            }
        } else if (sent.isMqtt5() && will.delaySeconds() > 0 && will.endedNanos() != WillMessage.NEVER) {
            delayed(sent, will);
        }
    }

    private static void delayed(Sent sent, WillMessage will) {
        long due = will.endedNanos() + will.delaySeconds() * NANOS_PER_SECOND;
        if (will.returnedNanos() != WillMessage.NEVER && will.returnedNanos() < due
                && sent.nanos() - will.returnedNanos() < SOON_NANOS && sent.nanos() > will.returnedNanos()) {
            sent.report("MQTT-3.1.3-9", Severity.WARNING, "will.returned",
                    new int[] {will.row(), will.endedRow(), will.returnedRow()}, will.delaySeconds());
        }
    }
}
