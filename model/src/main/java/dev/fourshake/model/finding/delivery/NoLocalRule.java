package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.finding.Severity;

/** A client's own message that comes back on a No Local subscription; another client may have sent the same. */
final class NoLocalRule implements TieRule {

    @Override
    public void judge(Sent sent) {
        if (sent.tie().isOwn() && sent.isSureDelivery()) {
            sent.reportOnce("MQTT-3.8.3-3", Severity.WARNING, "local", new int[] {sent.tie().publishedRow()});
        }
    }
}
