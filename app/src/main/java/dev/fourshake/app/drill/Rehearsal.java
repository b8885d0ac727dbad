package dev.fourshake.app.drill;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;
import java.time.Duration;

/**
 * A message to which nothing happens, before the first case. A broker that does not allow the drill's topics has no way
 * to say so in MQTT 3.1.1 (section 3.3.5): it acknowledges their messages and throws them away, and would be accused of
 * that at every fault point.
 */
final class Rehearsal {

    private Rehearsal() {
    }

    /** @throws DrillException if the message does not come through */
    static void play(CaseSetup setup) throws DrillException, StoppedException {
        try (Bench bench = Bench.start(setup.tap("drill-rehearsal"), setup.tap("drill-side"), setup.stop(),
                Duration.ZERO)) {
            try (Counterpart own = Counterpart.connect(bench.sideAddress(), setup.counterpartId(),
                    setup.plan().credentials(), setup.times().patience())) {
                own.subscribe(setup.topic());
                own.publish(setup.topic(), setup.rehearsal(), Qos.AT_MOST_ONCE);
                setup.stop().await(setup.times().patience(),
                        () -> own.received(setup.rehearsal()) > 0 || !own.isConnected());
                if (own.received(setup.rehearsal()) == 0) {
                    BrokerCheck.answers(setup);
                    throw own.isConnected() ? DrillException.of(Message.of(Rehearsal.class, "rehearsal",
                            setup.plan().broker().toString())) : DrillException.lost(setup.plan().broker());
                }
            } catch (ClientFailure failure) {
                throw bench.reason(failure, setup.stop(), setup.times().patience());
            }
        }
    }
}
