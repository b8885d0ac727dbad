package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.TieKind;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.PropertyId;
import java.util.OptionalLong;

/** The Message Expiry Interval of a delivery (MQTT 5.0 section 3.3.2.3.3), with a second of tolerance. */
final class ExpiryRule implements TieRule {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long TOLERANCE_SECONDS = 1;

    @Override
    public void judge(Sent sent) {
        if (sent.tie().kind() != TieKind.LIVE || !sent.tie().hasMessage() || sent.tie().publishedExpirySeconds() < 0
                || sent.tie().isMeddled()) {
            return;
        }
        long expiry = sent.tie().publishedExpirySeconds();
        long waited = (sent.nanos() - sent.tie().publishedNanos()) / NANOS_PER_SECOND;
        OptionalLong left = sent.publish().properties().number(PropertyId.MESSAGE_EXPIRY_INTERVAL);
        int[] published = {sent.tie().publishedRow()};
        if (waited > expiry + TOLERANCE_SECONDS) {
            if (sent.tie().isUnique()) {
                sent.reportOnce("MQTT-3.3.2-5", Severity.ERROR, "expiry.over", published, expiry, waited);
            }
        } else if (left.isPresent() && left.getAsLong() > expiry - waited + TOLERANCE_SECONDS
                && sent.tie().isUnique()) {
            sent.reportOnce("MQTT-3.3.2-6", Severity.ERROR, "expiry.larger", published, left.getAsLong(), expiry,
                    waited);
        }
    }
}
