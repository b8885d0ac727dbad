package dev.fourshake.model.delivery;

import dev.fourshake.model.session.SessionState;

/**
 * A Will that was to be published and that somebody who surely gets what is published was not sent.
 *
 * @param witness       who was not sent it
 * @param subscribedRow of the SUBACK by which the witness should have got it
 */
public record UnsentWill(WillMessage will, SessionState witness, int subscribedRow) {
}
