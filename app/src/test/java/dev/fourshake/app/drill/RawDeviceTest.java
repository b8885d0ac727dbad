package dev.fourshake.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import dev.fourshake.app.drill.RawDevice.Habit;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.drill.result.Result;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device that is wrong is caught at each fault that leaves it its session; one that is right is never accused. */
@ExtendWith(SharedBroker.class)
class RawDeviceTest {

    private static HostPort address;

    @BeforeAll
    static void startBroker(EmbeddedBroker broker) {
        address = HostPort.loopback(SharedBroker.addressOf(broker).getPort());
    }

    @Test
    void aRightDeviceIsNeverAccused() throws Exception {
        List<DrillPlan> plans = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            for (Qos qos : List.of(Qos.AT_LEAST_ONCE, Qos.EXACTLY_ONCE)) {
                plans.addAll(plans(qos, direction, _ -> true, Duration.ofSeconds(20)));
            }
        }
        List<CaseResult> results = SideBySide.run(plans, maker(Habit.RIGHT));
        assertEquals(DrillPlan.all(address).points().size(), results.size());
        assertEquals(List.of(), results.stream().filter(each -> !each.isGood()
                        || each.verdict().result() != right(each.point()) && each.point().qos() == Qos.EXACTLY_ONCE)
                .map(SideBySide::told).toList());
    }

    private static Result right(FaultPoint point) {
        return point.fault().keepsSession() ? Result.EXACTLY_ONCE : Result.INCONCLUSIVE;
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHES_AFTER_PUBREC", "FORGETS_PUBREL", "REUSES_IDENTIFIER"})
    void aWrongPublisherIsCaughtAtEachFault(Habit habit) throws Exception {
        assertCaught(habit, Direction.CLIENT_TO_SERVER);
    }

    @Test
    void aWrongSubscriberIsCaughtAtEachFault() throws Exception {
        assertCaught(Habit.DELIVERS_TWICE, Direction.SERVER_TO_CLIENT);
    }

    private static void assertCaught(Habit habit, Direction direction) throws Exception {
        // What is stuck is waited for in each case, and does nothing meanwhile.
        boolean mayStick = habit == Habit.FORGETS_PUBREL || habit == Habit.REUSES_IDENTIFIER;
        Duration patience = Duration.ofSeconds(mayStick ? 5 : 20);
        List<DrillPlan> plans = plans(Qos.EXACTLY_ONCE, direction, Fault::keepsSession, patience);
        List<CaseResult> results = SideBySide.run(plans, maker(habit),
                mayStick ? plans.size() : SideBySide.AT_A_TIME);
        assertEquals(List.of(), results.stream().filter(each -> !isPossible(habit, each.verdict().result())
                        || !each.verdict().culprit().equals(Optional.of(Culprit.CLIENT_LIBRARY))
                        || each.verdict().breaches().stream().anyMatch(it -> it.by() != Culprit.CLIENT_LIBRARY))
                .map(SideBySide::told).toList());
    }

    /** What a broker makes of an identifier that is used twice is its own affair. */
    private static boolean isPossible(Habit habit, Result result) {
        return switch (habit) {
            case RIGHT, PONDERS, PUBLISHES_AFTER_PUBREC -> result == Result.EXACTLY_ONCE;
            case FORGETS_PUBREL -> result == Result.STUCK;
            case DELIVERS_TWICE -> result == Result.DUPLICATED;
            case REUSES_IDENTIFIER -> true;
        };
    }

    private static DrillDevices maker(Habit habit) {
        return new DrillDevices.Library(RawDevice.maker(habit));
    }

    /** One for each version and fault. */
    private static List<DrillPlan> plans(Qos qos, Direction direction, Predicate<Fault> which, Duration patience) {
        DrillTimes times = new DrillTimes(patience, Duration.ofMillis(50), Duration.ofMillis(150),
                Duration.ofMillis(50));
        return Stream.of(ProtocolVersion.MQTT_3_1_1, ProtocolVersion.MQTT_5).flatMap(version ->
                Stream.of(Fault.values()).filter(which).map(fault -> new DrillPlan(address, new BrokerTls.None(),
                        Credentials.NONE, Set.of(version), Set.of(qos), Set.of(direction), Set.of(fault), times)))
                .toList();
    }
}
