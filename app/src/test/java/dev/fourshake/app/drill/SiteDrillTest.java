package dev.fourshake.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.drill.RawDevice.Habit;
import dev.fourshake.app.drill.Site.SiteMessage;
import dev.fourshake.app.tap.BrokerTls;
import dev.fourshake.app.tap.DeviceTls;
import dev.fourshake.app.tap.HostPort;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A device that lives by itself, connects where it was told once, and publishes when its engineer presses a button. */
@ExtendWith(SharedBroker.class)
class SiteDrillTest {

    private static final DrillTimes TIMES = new DrillTimes(Duration.ofSeconds(20), Duration.ofMillis(50),
            Duration.ofMillis(150), Duration.ofMillis(100));

    private static HostPort broker;
    private final String topic = "site/" + UUID.randomUUID();
    private HostPort listen;
    private DrillDevice device;

    @BeforeAll
    static void startBroker(EmbeddedBroker embedded) {
        broker = HostPort.loopback(SharedBroker.addressOf(embedded).getPort());
    }

    @BeforeEach
    void chooseAPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listen = HostPort.loopback(socket.getLocalPort());
        }
    }

    @AfterEach
    void switchOff() {
        device.close();
    }

    @Test
    void aRightPublisherIsNotAccused() throws Exception {
        switchOn(Habit.RIGHT, Direction.CLIENT_TO_SERVER);
        DrillReport report = new Drill(plan(Direction.CLIENT_TO_SERVER, Fault.LOST, Fault.CUT_BEFORE, Fault.DUPLICATED,
                Fault.BROKER_RESET), site(Optional.empty()), new Engineer()).run();
        assertEquals(16, report.cases().size());
        assertEquals(List.of(), report.cases().stream().filter(each -> !each.isGood() || each.verdict().result()
                        != (each.point().fault().keepsSession() ? Result.EXACTLY_ONCE : Result.INCONCLUSIVE))
                .map(SideBySide::told).toList());
        assertTrue(report.cases().stream().allMatch(each -> each.verdict().deliveries().atApplication().isEmpty()));
    }

    @Test
    void aWrongPublisherIsAccusedAsTheDevice() throws Exception {
        switchOn(Habit.PUBLISHES_AFTER_PUBREC, Direction.CLIENT_TO_SERVER);
        DrillReport report = new Drill(plan(Direction.CLIENT_TO_SERVER, Fault.DUPLICATED), site(Optional.empty()),
                new Engineer()).run();
        assertEquals(List.of(), report.cases().stream()
                .filter(each -> !each.verdict().culprit().equals(Optional.of(Culprit.DEVICE)))
                .map(SideBySide::told).toList());
    }

    @Test
    void aRightSubscriberIsNotAccused() throws Exception {
        switchOn(Habit.RIGHT, Direction.SERVER_TO_CLIENT);
        DrillReport report = new Drill(plan(Direction.SERVER_TO_CLIENT, Fault.CUT_BEFORE, Fault.DELAYED),
                site(Optional.of(new SiteMessage(topic, "21.5"))), DrillListener.NONE).run();
        assertEquals(8, report.cases().size());
        assertEquals(List.of(), report.cases().stream()
                .filter(each -> !each.isGood() || each.verdict().result() != Result.EXACTLY_ONCE)
                .map(SideBySide::told).toList());
    }

    @Test
    void whatWasDoneBeforeTheStopStaysJudgedAndNothingStaysArmed() throws Exception {
        switchOn(Habit.RIGHT, Direction.CLIENT_TO_SERVER);
        AtomicReference<Drill> drill = new AtomicReference<>();
        drill.set(new Drill(plan(Direction.CLIENT_TO_SERVER, Fault.DELAYED), site(Optional.empty()), new Engineer() {
            @Override
            public void asks(Message what) {
                super.asks(what);
                if (asked == 2) {
                    drill.get().stop();
                }
            }
        }));
        DrillReport report = drill.get().run();
        assertEquals(1, report.cases().size());
        assertEquals(Result.EXACTLY_ONCE, report.cases().getFirst().verdict().result());
        assertTrue(report.isStopped() && report.isGood());
        assertThrows(ConnectException.class, () -> new Socket(listen.host(), listen.port()).close());
    }

    private void switchOn(Habit habit, Direction direction) throws ClientFailure {
        FaultPoint point = new FaultPoint(ProtocolVersion.MQTT_5, Qos.EXACTLY_ONCE, direction, PacketType.PUBLISH,
                Fault.LOST);
        device = RawDevice.maker(habit).start(new Mission(point, BrokerAddress.tcp(listen.host(), listen.port()),
                "site" + UUID.randomUUID().toString().substring(0, 8), topic, Credentials.NONE, Duration.ZERO));
    }

    private static DrillPlan plan(Direction direction, Fault... faults) {
        return new DrillPlan(broker, new BrokerTls.None(), Credentials.NONE, Set.of(ProtocolVersion.MQTT_5),
                Set.of(Qos.EXACTLY_ONCE), Set.of(direction), Set.of(faults), TIMES);
    }

    private DrillDevices site(Optional<SiteMessage> message) {
        return new DrillDevices.AtSite(new Site(listen, new DeviceTls.None(), Optional.of(topic), Optional.empty(),
                message));
    }

    /** Presses the button when asked to; there is another reading each time. */
    private class Engineer implements DrillListener {

        /** How often it was asked to let the device publish. */
        int asked;

        @Override
        public void asks(Message what) {
            if (what.key().equals("ask.publish")) {
                asked++;
                device.publish(Bytes.of(("reading " + asked).getBytes(StandardCharsets.UTF_8)));
            }
        }
    }
}
