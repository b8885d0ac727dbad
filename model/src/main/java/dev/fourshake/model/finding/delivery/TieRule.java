package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.finding.FindingSink;

/** Looks at one message that a broker sends for the first time to a subscriber. */
interface TieRule {

    void judge(Sent sent);

    /** A new second has begun, as in {@link dev.fourshake.model.finding.Rule#clock}. */
    default void clock(long nowNanos, FindingSink sink) {
    }
}
