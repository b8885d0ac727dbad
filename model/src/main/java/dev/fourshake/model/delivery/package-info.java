/**
 * Across the broker: which message of a publisher is the one that a subscriber got.
 *
 * <p>The wire does not say so; it is found out by topic, content and order. {@link
 * dev.fourshake.model.delivery.MessageTies} keeps the messages that brokers took over in a window, in a chain a topic,
 * and for each subscriber and topic the place in that chain up to which it got them. A message that the broker sends is
 * the next one of the chain with the same content: so equal messages, as telemetry sends them, are tied one to one.
 * What is behind the place is a copy; what comes with RETAIN is the stored message of the topic; what nobody published
 * may be a Will. The readers' side is {@link dev.fourshake.model.delivery.Publication}.
 *
 * <p>Only what passed is tied, and only what is sure is judged: not every publisher need be seen.
 */
package dev.fourshake.model.delivery;
