package dev.fourshake.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.Result;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another library than the own client's: exactly once over every fault, in both versions and directions. */
@ExtendWith(SharedBroker.class)
class HiveMqDeviceTest {

    private static final DrillTimes TIMES = new DrillTimes(Duration.ofSeconds(20), Duration.ofMillis(50),
            Duration.ofMillis(150), Duration.ofMillis(50));

    @Test
    void deliversExactlyOnceOverEveryFault(EmbeddedBroker broker) throws Exception {
        HostPort address = HostPort.loopback(SharedBroker.addressOf(broker).getPort());
        Set<Fault> faults = Stream.of(Fault.values()).filter(fault -> fault.keepsSession() && !fault.restartsDevice())
                .collect(Collectors.toSet());
        List<DrillPlan> plans = Stream.of(ProtocolVersion.MQTT_3_1_1, ProtocolVersion.MQTT_5).flatMap(version ->
                Stream.of(Direction.values()).map(direction -> new DrillPlan(address, new BrokerTls.None(),
                        Credentials.NONE, Set.of(version), Set.of(Qos.EXACTLY_ONCE), Set.of(direction), faults,
                        TIMES))).toList();
        List<CaseResult> results = SideBySide.run(plans, new DrillDevices.Library(HiveMqDevice.MAKER));
        assertEquals(96, results.size());
        assertEquals(List.of(), results.stream()
                .filter(each -> !each.isGood() || each.verdict().result() != Result.EXACTLY_ONCE)
                .map(SideBySide::told).toList());
    }
}
