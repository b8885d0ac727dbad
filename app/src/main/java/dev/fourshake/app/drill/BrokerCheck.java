package dev.fourshake.app.drill;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.client.ClientFailure.Kind;
import java.time.Duration;

/**
 * Asks whether the broker still answers anybody, on a connection of its own to which nothing is done. A broker that
 * hangs keeps its connections: from what a fault does to one of them it could not be told.
 */
final class BrokerCheck {

    /** Who is given much time to switch a device on does not want to wait that long for a broker that is dead. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private BrokerCheck() {
    }

    /**
     * Returns where it answers, be it with a refusal or the end of the connection.
     *
     * @throws DrillException if it does not
     */
    static void answers(CaseSetup setup) throws DrillException, StoppedException {
        Duration patience = setup.times().patience().compareTo(LONGEST) < 0 ? setup.times().patience() : LONGEST;
        try (Bench bench = Bench.start(setup.tap("drill-check"), setup.tap("drill-side"), setup.stop(),
                Duration.ZERO)) {
            try {
                Counterpart.connect(bench.sideAddress(), setup.checkId(), setup.plan().credentials(), patience)
                        .close();
            } catch (ClientFailure failure) {
                DrillException reason = bench.reason(failure, setup.stop(), patience);
                // A broker that takes no more clients has answered; to the tap nothing is wrong then.
                if (failure.kind() == Kind.TIMED_OUT || bench.problem().isPresent()) {
                    throw reason;
                }
            }
        }
    }
}
