package dev.fourshake.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.broker.Mosquitto;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.testing.RequiresMosquitto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresMosquitto
class RehearsalTest {

    /** It acknowledges what it throws away, as MQTT 3.1.1 wants it to: that is no loss. */
    @Test
    void aBrokerThatDoesNotAllowTheTopicsIsNotAccused(@TempDir Path folder) throws Exception {
        Path allowed = Files.writeString(folder.resolve("allowed"), "topic readwrite other/#\n");
        // Started by root it would become somebody who cannot read the file; others have no choice.
        try (Mosquitto broker = Mosquitto.start(folder, "user root\nallow_anonymous true\nacl_file " + allowed)) {
            DrillTimes times = new DrillTimes(Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ofMillis(50),
                    Duration.ofMillis(50));
            DrillPlan plan = new DrillPlan(HostPort.loopback(broker.port()), new BrokerTls.None(), Credentials.NONE,
                    Set.of(ProtocolVersion.MQTT_3_1_1), Set.of(Qos.AT_LEAST_ONCE), Set.of(Direction.CLIENT_TO_SERVER),
                    Set.of(Fault.DUPLICATED), times);
            DrillException told = assertThrows(DrillException.class,
                    () -> new Drill(plan, DrillDevices.own(), new DrillListener() { }).run());
            assertFalse(told.isUnreachable());
            assertTrue(told.sentence().text().contains("does not deliver messages at fourshake/drill/#"),
                    told.sentence()::text);
            assertEquals(0, told.report().orElseThrow().cases().size());
        }
    }
}
