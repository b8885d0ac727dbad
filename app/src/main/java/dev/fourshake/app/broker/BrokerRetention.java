package dev.fourshake.app.broker;

import dev.fourshake.model.text.Message;
import java.util.List;

/**
 * What the embedded broker keeps and for how long. All of it is in memory and ends with the program.
 *
 * @param queuedMessages    how many QoS 1 and 2 messages it keeps for a client that is away; the rest is discarded
 * @param sessionExpiry     the longest Session Expiry Interval that it grants, in seconds; also the one of a 3.1.1
 *                          session without Clean Session
 * @param receiveMaximum    how many QoS 1 and 2 publishes of a client it takes unacknowledged
 * @param maximumPacketSize in bytes
 */
public record BrokerRetention(int queuedMessages, long sessionExpiry, int receiveMaximum, int maximumPacketSize) {

    /** All that MQTT can express: who tries a handshake should meet the limits of the device, not of this broker. */
    public static final BrokerRetention DEFAULT = new BrokerRetention(1_000, 0xFFFF_FFFFL, 100, 268_435_460);

    /** Sentences for the window: what is kept, how much, until when. */
    public List<Message> sentences() {
        return List.of(
                Message.of(BrokerRetention.class, "retention.memory"),
                Message.of(BrokerRetention.class, "retention.queue", queuedMessages),
                Message.of(BrokerRetention.class, "retention.loopback"));
    }
}
