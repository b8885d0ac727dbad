package dev.fourshake.model.exchange;

import dev.fourshake.model.session.SessionState;

/** Whether enough was seen to accuse somebody. */
final class Certainty {

    private Certainty() {
    }

    /** All packets of the exchange were seen, and its Packet Identifier was not used twice at a time. */
    static boolean of(ExchangeLog log, SessionState session, int id) {
        return session.holeRow() < log.firstRow(id) && !log.isDoubtful(id);
    }

    /** All of the session was seen. */
    static boolean of(SessionState session) {
        return session.isKnown() && session.holeRow() < 0;
    }
}
