package dev.fourshake.model.delivery;

/**
 * What a trace knows of messages across the broker.
 *
 * @param published   messages that got to a broker
 * @param delivered   of a subscriber each once: messages that a broker passed on and whose publisher was seen, Wills
 *                    among them; stored messages on subscribing are not
 * @param duplicates  messages that a subscriber got once more, though no further subscription of it matches
 * @param lost        of a subscriber each once: messages that it should have got and that were overtaken by later ones
 * @param timed       how many of the delivered ones the times are of: those of Wills have none
 * @param medianNanos from the arrival at the broker to the broker's own PUBLISH; at most 1.6 % too small
 * @param p99Nanos    the time that 99 of 100 did not exceed; at most 1.6 % too small
 * @param maxNanos    the longest
 */
public record MessageTotals(long published, long delivered, long duplicates, long lost, long timed, long medianNanos,
                            long p99Nanos, long maxNanos) {
}
