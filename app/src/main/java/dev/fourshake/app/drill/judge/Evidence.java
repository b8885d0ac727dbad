package dev.fourshake.app.drill.judge;

import dev.fourshake.app.drill.Culprit;
import dev.fourshake.app.drill.FaultPoint;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that a case is judged by.
 *
 * @param trace         from before the device connected until all was quiet
 * @param armedRow      rows before it were there when the fault was armed
 * @param counterpart   client identifier of the other end of the message: its subscriber where the device publishes
 *                      it, its publisher where the device subscribes. All other sessions of the trace are the device's
 * @param subject       what the device is: a DEVICE, or a CLIENT_LIBRARY in its place
 * @param atDevice      how often the device's application got the message; empty where nobody can ask it
 * @param atCounterpart the same of the counterpart's
 * @param marked        whether the payload was made for this case, so that no other message has it
 */
public record Evidence(FaultPoint point, TraceSnapshot trace, int armedRow, String counterpart, Culprit subject,
                       OptionalInt atDevice, OptionalInt atCounterpart, boolean marked) {

    /** CONNECT of the device, once the broker has accepted it. */
    public Optional<Connect> device() {
        return trace.sessions().stream()
                .filter(session -> !session.clientId().equals(counterpart) && !session.sessionPresent().isEmpty())
                .flatMap(session -> session.connect().stream()).findFirst();
    }

    /** As often as the message's subscriber says; empty where nobody can ask it. */
    OptionalInt atSubscriber() {
        return point.devicePublishes() ? atCounterpart : atDevice;
    }

    /** Who is to blame for what the message's subscriber does. */
    Culprit subscriber() {
        return point.devicePublishes() ? Culprit.CLIENT_LIBRARY : subject;
    }
}
