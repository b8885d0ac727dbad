package dev.fourshake.ui.view.exchange;

import dev.fourshake.model.text.Message;

/**
 * One state on the way of one side.
 *
 * @param afterNanos from the first packet of the exchange until the side came into this state; {@link #UNKNOWN} where
 *                   it did not, or was not seen to
 */
record Stage(Message title, Mark mark, long afterNanos) {

    static final long UNKNOWN = -1;

    enum Mark { PASSED, CURRENT, AHEAD }
}
