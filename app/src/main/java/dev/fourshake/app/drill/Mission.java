package dev.fourshake.app.drill;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.drill.result.FaultPoint;
import java.time.Duration;

/**
 * What a device of our own has to do in one case.
 *
 * @param address  where it connects: the tap
 * @param clientId nobody else's
 * @param topic    nobody else's: it publishes there, or subscribes to it
 * @param patience for the broker's answers
 */
public record Mission(FaultPoint point, BrokerAddress address, String clientId, String topic, Credentials credentials,
                      Duration patience) {
}
