package dev.fourshake.model.finding.connection;

import dev.fourshake.model.wire.Direction;

/**
 * One side of a link has to close it.
 *
 * @param debtor    direction in which the side sends that has to close
 * @param row       from which on
 * @param sinceNanos time of that row
 * @param answers   statement that is broken if the side answers what came later; empty where another rule judges what
 *         it sends
 * @param stays     statement that is broken if it just leaves the connection open
 * @param key       of the sentence that says why it has to close; {@code .answers} behind it where it answers
 */
record Duty(Direction debtor, int row, long sinceNanos, String answers, String stays, String key) {
}
