package dev.fourshake.app.drill;

import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a case is to do, and what it calls its own, so that it meets nobody else's messages and sessions.
 *
 * @param mark eight characters that no other case has
 */
record CaseSetup(DrillPlan plan, FaultPoint point, Stop stop, String mark) {

    private static final int MARK_LENGTH = 8;

    CaseSetup(DrillPlan plan, FaultPoint point, Stop stop) {
        this(plan, point, stop, UUID.randomUUID().toString().substring(0, MARK_LENGTH));
    }

    /** Letters and digits only, and no more than 23: every broker takes it (MQTT 3.1.1 section 3.1.3.1). */
    String deviceId() {
        return "fsdrill" + mark + "d";
    }

    String counterpartId() {
        return "fsdrill" + mark + "c";
    }

    /** Of who asks whether the broker still answers. */
    String checkId() {
        return "fsdrill" + mark + "b";
    }

    String topic() {
        return "fourshake/drill/" + mark;
    }

    /** Payload of the message. */
    Bytes message() {
        return text(point.code() + " " + mark);
    }

    /** Payload of the message to which nothing happens: no delivery of {@link #message}. */
    Bytes rehearsal() {
        return text("rehearsal " + mark);
    }

    /** Payload of the message behind it: when it has arrived, nothing more of the first one comes. */
    Bytes fence() {
        return text("end " + mark);
    }

    private static Bytes text(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    DrillTimes times() {
        return plan.times();
    }

    /** A tap to the broker on a free port. */
    TapOptions tap(String name) {
        return TapOptions.to(plan.broker()).withBrokerTls(plan.brokerTls()).withGrants(plan.grants()).withName(name);
    }

    /** The tap for a device that connects here. */
    TapOptions tapFor(HostPort listen, DeviceTls tls) {
        return tap("drill-device").withListen(listen).withDeviceTls(tls);
    }
}
