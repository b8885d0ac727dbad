package dev.fourshake.app.drill;

import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.model.text.Message;

/** Hears how a drill goes on, one event after the other, on the thread that runs it. */
public interface DrillListener {

    /** Hears nothing. */
    DrillListener NONE = new DrillListener() {
    };

    /** @param number of the case, from 1 */
    default void begun(int number, int of, FaultPoint point) {
    }

    default void ended(int number, int of, CaseResult result) {
    }

    /** The engineer is to do something now; the drill waits until it has happened. */
    default void asks(Message what) {
    }
}
