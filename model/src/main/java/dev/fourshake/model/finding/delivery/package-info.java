/**
 * The statements of MQTT about messages across the broker, subscriptions, retained messages, Wills and their order.
 * Most look at the {@link dev.fourshake.model.delivery.Tie} of a broker's message, and only accuse where the subscriber
 * is known and no other message can be meant. Not every publisher need be seen: what another one could have done just
 * as well is a warning and no error.
 */
package dev.fourshake.model.finding.delivery;
