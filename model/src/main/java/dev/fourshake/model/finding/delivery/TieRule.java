package dev.fourshake.model.finding.delivery;

/** Looks at one message that a broker sends for the first time to a subscriber. */
interface TieRule {

    void judge(Sent sent);
}
