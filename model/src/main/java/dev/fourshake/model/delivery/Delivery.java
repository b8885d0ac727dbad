package dev.fourshake.model.delivery;

import dev.fourshake.model.exchange.ExchangeKind;
import java.util.OptionalLong;

/**
 * One subscriber's part in a message.
 *
 * @param exchange          by which the broker sent it
 * @param session           of the subscriber
 * @param qos               at which it was sent
 * @param sentRow           of the broker's first PUBLISH of it
 * @param sentNanos         from the message's arrival at the broker to that PUBLISH; empty for a Will, and for a stored
 *                          message
 * @param acknowledgedNanos from the message's arrival at the broker to the last acknowledgement of the subscriber;
 *                          empty while there is none, and where {@code sentNanos} is
 */
public record Delivery(int exchange, int session, TieKind kind, ExchangeKind qos, int sentRow, OptionalLong sentNanos,
                       OptionalLong acknowledgedNanos) {
}
