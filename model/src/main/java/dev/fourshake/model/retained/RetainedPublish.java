package dev.fourshake.model.retained;

import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;

/**
 * What is kept of a PUBLISH with RETAIN 1.
 *
 * @param row           of the PUBLISH in the trace
 * @param expirySeconds Message Expiry Interval, -1 where it never expires
 * @param content       {@link dev.fourshake.model.wire.Bytes#fingerprint} of its payload
 */
public record RetainedPublish(int row, long timeNanos, Qos qos, int payloadLength, long expirySeconds, long content) {

    private static final long NO_EXPIRY = -1;

    public static RetainedPublish of(Publish publish, int row, long timeNanos) {
        return new RetainedPublish(row, timeNanos, publish.qos(), publish.payload().length(),
                publish.properties().number(PropertyId.MESSAGE_EXPIRY_INTERVAL).orElse(NO_EXPIRY),
                publish.payload().fingerprint());
    }
}
