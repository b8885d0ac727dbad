package dev.fourshake.app.drill.result;

import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a case has come to.
 *
 * @param reason        the result in a sentence; of an inconclusive case, why it proves nothing
 * @param breaches      who did what wrong, in the order in which it was found out
 * @param repeats       what was sent again, in order
 * @param resumption    empty where the device did not come back, or was never away, or nobody knows what is right
 * @param recoveryNanos from the fault to the end of the handshake; empty where it has not come to its end
 */
public record Verdict(Result result, Message reason, Deliveries deliveries, List<Breach> breaches,
                      List<Repeat> repeats, Optional<Resumption> resumption, OptionalLong recoveryNanos) {

    public Verdict {
        breaches = List.copyOf(breaches);
        repeats = List.copyOf(repeats);
    }

    /** Whether the promise of the QoS was kept, and nobody did anything wrong on the way. */
    public boolean isGood(Qos qos) {
        return result.keepsPromise(qos) && breaches.isEmpty();
    }

    /** Who broke the promise first; empty where nobody did, and where it is not known. */
    public Optional<Culprit> culprit() {
        return breaches.stream().map(Breach::by).findFirst();
    }
}
