/**
 * Deliveries and requests: the state machines of both sides as total tables (the theory stands in
 * {@link dev.fourshake.model.exchange.StateTable}), the tracker that finds for each packet the exchange that it belongs
 * to, and what each side would do if the link died. Public to readers are
 * {@link dev.fourshake.model.exchange.Exchange} and its parts, the tables, and
 * {@link dev.fourshake.model.exchange.LinkLoss}; the rest belongs to the writer of a trace.
 */
package dev.fourshake.model.exchange;
