package dev.fourshake.app.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.drill.result.Deliveries;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.drill.result.Verdict;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fault at every step, against a real broker, with Paho as the device. */
abstract class DrillContract {

    private static final DrillTimes TIMES = new DrillTimes(Duration.ofSeconds(20), Duration.ofMillis(50),
            Duration.ofMillis(150), Duration.ofMillis(50));

    abstract HostPort broker();

    /** Parts of the whole plan: most of a case is waiting, so they are run side by side. */
    private List<DrillPlan> parts() {
        return Stream.of(ProtocolVersion.MQTT_3_1_1, ProtocolVersion.MQTT_5).flatMap(version ->
                Stream.of(Qos.AT_LEAST_ONCE, Qos.EXACTLY_ONCE).flatMap(qos ->
                        Stream.of(Direction.values()).map(direction -> new DrillPlan(broker(), new BrokerTls.None(),
                                Credentials.NONE, Set.of(version), Set.of(qos), Set.of(direction),
                                EnumSet.allOf(Fault.class), TIMES)))).toList();
    }

    /**
     * What the verdicts say is what applications counted that know nothing of them: the broker is right, and so is
     * Paho, but for its client for MQTT 5 as a subscriber, which hands a message over twice when a PUBLISH comes again.
     */
    @Test
    void theVerdictsAreWhatApplicationsCounted() throws Exception {
        Map<FaultPoint, Counting> devices = new ConcurrentHashMap<>();
        List<CaseResult> results;
        try (Bystander bystander = new Bystander(broker())) {
            results = SideBySide.run(parts(), new DrillDevices.Library(Counting.maker(devices)));
            for (CaseResult result : results) {
                FaultPoint point = result.point();
                Deliveries deliveries = result.verdict().deliveries();
                if (point.devicePublishes()) {
                    await().atMost(20, TimeUnit.SECONDS).untilAsserted(() ->
                            assertEquals(deliveries.count(), bystander.count(point), point::code));
                } else {
                    assertEquals(OptionalInt.of(devices.get(point).count), deliveries.atApplication(), point::code);
                }
            }
        }
        assertEquals(DrillPlan.all(broker()).points().size(), results.size());
        assertEquals(List.of(), results.stream().filter(each -> !expected(each.point()).contains(line(each)))
                .map(SideBySide::told).toList());
        assertTrue(results.stream().anyMatch(each -> each.point().version().isMqtt5()
                && each.point().step() == PacketType.PUBREC && each.point().fault() != Fault.DUPLICATED
                && line(each).equals("DUPLICATED CLIENT_LIBRARY")), "Paho's client for MQTT 5 is not found guilty");
    }

    /**
     * Where it depends on the moment what Paho does, there are two: what comes just before the connection ends it may
     * throw away before the application gets it.
     */
    private static Set<String> expected(FaultPoint point) {
        if (!point.fault().keepsSession()) {
            return Set.of("INCONCLUSIVE");
        }
        String once = "EXACTLY_ONCE";
        boolean atLeast = point.qos() == Qos.AT_LEAST_ONCE;
        String twice = atLeast ? "AT_LEAST_ONCE" : "DUPLICATED CLIENT_LIBRARY";
        boolean isRight = point.devicePublishes() || !point.version().isMqtt5();
        if (!point.devicePublishes() && point.step() == PacketType.PUBLISH && point.fault() == Fault.CUT_AFTER) {
            return isRight && !atLeast ? Set.of(once) : Set.of(once, twice);
        } else if (!point.devicePublishes() && !atLeast && point.fault() == Fault.DUPLICATED) {
            // Upon the second PUBREL it may hand over what it is handing over already.
            return Set.of(once, twice);
        }
        if (!isRight && endsBehindAnswer(point)) {
            // Its client for MQTT 5 answers before the application has the message, and may throw it away with the
            // link.
            return Set.of(once, "LOST CLIENT_LIBRARY");
        }
        return !comesAgain(point) || isRight && !atLeast ? Set.of(once) : atLeast ? Set.of(twice) : Set.of(once, twice);
    }

    /** Whether the link ends right behind the first answer to the PUBLISH, and that answer arrives. */
    private static boolean endsBehindAnswer(FaultPoint point) {
        return switch (point.step()) {
            case PUBACK, PUBREC -> point.fault() == Fault.CUT_AFTER;
            // The broker sends it at once.
            case PUBREL -> point.fault().endsLink() && point.fault() != Fault.LOST;
            default -> false;
        };
    }

    /** Whether a PUBLISH gets to its receiver twice. */
    private static boolean comesAgain(FaultPoint point) {
        return switch (point.step()) {
            case PUBLISH -> point.fault() == Fault.CUT_AFTER || point.fault() == Fault.DUPLICATED;
            case PUBACK, PUBREC -> point.fault().endsLink() && point.fault() != Fault.CUT_AFTER;
            default -> false;
        };
    }

    private static String line(CaseResult result) {
        Verdict verdict = result.verdict();
        String again = verdict.repeats().stream().anyMatch(each -> each.type() == PacketType.PUBLISH && !each.dup())
                ? " NO DUP" : "";
        String session = verdict.resumption().filter(each -> !each.right()).map(_ -> " WRONG SESSION PRESENT")
                .orElse("");
        return verdict.result() + verdict.culprit().map(who -> " " + who).orElse("")
                + again + session;
    }

    /** A device that is counted after its case. */
    private static final class Counting implements DrillDevice {

        private final DrillDevice paho;
        private Bytes message;
        private volatile int count;

        private Counting(DrillDevice paho) {
            this.paho = paho;
        }

        static Maker maker(Map<FaultPoint, Counting> devices) {
            return new Maker() {
                @Override
                public String title() {
                    return "Paho";
                }

                @Override
                public DrillDevice start(Mission mission) throws ClientFailure {
                    Counting device = new Counting(OwnDevice.MAKER.start(mission));
                    devices.put(mission.point(), device);
                    return device;
                }
            };
        }

        @Override
        public void publish(Bytes payload) {
            paho.publish(payload);
        }

        @Override
        public void restart() {
            paho.restart();
        }

        @Override
        public int received(Bytes payload) {
            message = message == null ? payload : message;
            return paho.received(payload);
        }

        @Override
        public void close() {
            count = message == null ? 0 : paho.received(message);
            paho.close();
        }
    }
}
