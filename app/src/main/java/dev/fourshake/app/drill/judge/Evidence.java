package dev.fourshake.app.drill.judge;

import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that a case is judged by.
 *
 * @param trace         from before the device connected until all was quiet
 * @param armedRow      rows before it were there when the fault was armed
 * @param counterpart   client identifier of the other end of the message: its subscriber where the device publishes
 *                      it, its publisher where the device subscribes. Of the others, the device's is the one that the
 *                      fault befell
 * @param subject       what the device is: a DEVICE, or a CLIENT_LIBRARY in its place
 * @param atDevice      how often the device's application got the message; empty where nobody can ask it
 * @param atCounterpart the same of the counterpart's
 * @param marked        whether the payload was made for this case, so that no other message has it
 * @param missing       payload of the message that was sent behind the case's, to know when nothing more of that one
 *                      comes, and that has not arrived in time; empty where it has, or none was sent
 */
public record Evidence(FaultPoint point, TraceSnapshot trace, int armedRow, String counterpart, Culprit subject,
                       OptionalInt atDevice, OptionalInt atCounterpart, boolean marked, Optional<Bytes> missing) {

    /**
     * The last CONNECT of the device, once the broker has accepted one: of the client that the fault befell, and before
     * that of the first one.
     */
    public Optional<Connect> device() {
        return new Reading(this).device();
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
