package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.Forwarded;
import dev.fourshake.model.finding.Severity;

/**
 * Properties that have to be passed on as they are. A publisher that was not seen may have sent the same payload with
 * other properties: so it is a warning, and only for payloads that two do not send by chance at the same time.
 */
final class ForwardedPropertiesRule implements TieRule {

    private static final int TELLING_PAYLOAD = 4;

    @Override
    public void judge(Sent sent) {
        if (sent.tie().isAltered() && sent.isSureDelivery() && sent.publish().payload().length() >= TELLING_PAYLOAD
                && sent.nanos() - sent.tie().publishedNanos() < Sent.SETTLED_NANOS && sent.tie().isUnique()) {
            boolean changed = sent.tie().alterations().contains(Forwarded.USER_PROPERTIES);
            for (Forwarded part : sent.tie().alterations()) {
                if (part != Forwarded.USER_PROPERTY_ORDER || !changed) {
                    sent.reportOnce(rule(part), Severity.WARNING, part == Forwarded.USER_PROPERTY_ORDER
                            ? "properties.order" : "properties.changed", new int[] {sent.tie().publishedRow()},
                            part.property().title());
                }
            }
        }
    }

    private static String rule(Forwarded part) {
        return switch (part) {
            case PAYLOAD_FORMAT -> "MQTT-3.3.2-4";
            case RESPONSE_TOPIC -> "MQTT-3.3.2-15";
            case CORRELATION_DATA -> "MQTT-3.3.2-16";
            case USER_PROPERTIES -> "MQTT-3.3.2-17";
            case USER_PROPERTY_ORDER -> "MQTT-3.3.2-18";
            case CONTENT_TYPE -> "MQTT-3.3.2-20";
        };
    }
}
