package dev.fourshake.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.drill.RawDevice.Habit;
import dev.fourshake.app.drill.Site.SiteMessage;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.drill.result.Result;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.session.Session;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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

    /** The message comes in time; its PUBREL, which the fault waits for, when that time is over. */
    @Test
    void aMessageThatIsTriggeredLateHasAllTheTimeForItsHandshake() throws Exception {
        Duration patience = Duration.ofSeconds(4);
        switchOn(Habit.PONDERS, Direction.CLIENT_TO_SERVER);
        Engineer late = new Engineer() {
            @Override
            void press(Runnable button) {
                CompletableFuture.delayedExecutor(patience.minusMillis(1_500).toMillis(), TimeUnit.MILLISECONDS)
                        .execute(button);
            }
        };
        DrillPlan whole = plan(Direction.CLIENT_TO_SERVER, Fault.CUT_BEFORE);
        CaseSetup setup = new CaseSetup(new DrillPlan(whole.broker(), whole.brokerTls(), whole.credentials(),
                whole.versions(), whole.levels(), whole.directions(), whole.faults(), new DrillTimes(patience,
                TIMES.grace(), TIMES.delay(), TIMES.quiet())), new FaultPoint(ProtocolVersion.MQTT_5,
                Qos.EXACTLY_ONCE, Direction.CLIENT_TO_SERVER, PacketType.PUBREL, Fault.CUT_BEFORE), new Stop());
        DrillDevices.AtSite site = (DrillDevices.AtSite) site(Optional.empty());
        try (CaseRun run = new CaseRun(setup, new SiteSubject(site.site(), setup, late), Duration.ZERO)) {
            CaseResult result = run.run();
            assertEquals(Result.EXACTLY_ONCE, result.verdict().result(), () -> SideBySide.told(result));
            assertEquals(List.of(), result.verdict().breaches());
        }
    }

    /** Another client has connected first where the device does: its session is none of the drill's business. */
    @Test
    void onlyTheSessionThatTheFaultBefellIsThrownAway() throws Exception {
        AtomicReference<DrillDevice> other = new AtomicReference<>();
        Engineer engineer = new Engineer() {
            @Override
            public void asks(Message what) {
                if (other.get() == null) {
                    // Returns when it is connected.
                    other.set(deviceOf(Habit.RIGHT, Direction.CLIENT_TO_SERVER, Duration.ofSeconds(20)));
                    device = deviceOf(Habit.RIGHT, Direction.CLIENT_TO_SERVER, Duration.ofSeconds(20));
                }
                super.asks(what);
            }
        };
        DrillReport report;
        try {
            report = new Drill(plan(Direction.CLIENT_TO_SERVER, Fault.BROKER_RESET), site(Optional.empty()), engineer)
                    .run();
        } finally {
            other.get().close();
        }
        assertEquals(4, report.cases().size());
        String first = report.cases().getFirst().trace().sessions().stream().map(Session::clientId)
                .filter(id -> id.startsWith("site")).findFirst().orElseThrow();
        List<Boolean> presentToOther = report.cases().stream().flatMap(each -> each.trace().sessions().stream())
                .filter(each -> each.clientId().equals(first)).flatMap(each -> each.sessionPresent().stream()).toList();
        assertEquals(Set.of(true), Set.copyOf(presentToOther.subList(1, presentToOther.size())),
                "the other one has lost its session");
        assertEquals("session.reset", report.cases().getFirst().verdict().reason().key());
    }

    /** The device is told where to connect before the first case, and not again. */
    @Test
    void aFreePortStaysTheSameInAllCases() throws Exception {
        listen = HostPort.loopback(0);
        Set<String> addresses = ConcurrentHashMap.newKeySet();
        AtomicReference<Drill> drill = new AtomicReference<>();
        drill.set(new Drill(plan(Direction.CLIENT_TO_SERVER, Fault.DELAYED, Fault.BROKER_RESTART),
                site(Optional.empty()), new Engineer() {
                    @Override
                    public void asks(Message what) {
                        if (what.key().equals("ask.connect") && addresses.add(what.text()) && device == null) {
                            listen = HostPort.parse(drill.get().devices().title());
                            switchOn(Habit.RIGHT, Direction.CLIENT_TO_SERVER);
                        }
                        super.asks(what);
                    }
                }));
        DrillReport report = drill.get().run();
        assertEquals(1, addresses.size(), addresses::toString);
        assertTrue(addresses.iterator().next().contains(listen.toString()), addresses::toString);
        assertEquals(listen.toString(), report.device());
        assertEquals(8, report.cases().stream().filter(CaseResult::isGood).count(), () -> report.cases().toString());
    }

    private void switchOn(Habit habit, Direction direction) {
        device = deviceOf(habit, direction, Duration.ZERO);
    }

    private DrillDevice deviceOf(Habit habit, Direction direction, Duration patience) {
        FaultPoint point = new FaultPoint(ProtocolVersion.MQTT_5, Qos.EXACTLY_ONCE, direction, PacketType.PUBLISH,
                Fault.LOST);
        return RawDevice.start(habit, new Mission(point, BrokerAddress.tcp(listen.host(), listen.port()),
                "site" + UUID.randomUUID().toString().substring(0, 8), topic, Credentials.NONE, patience));
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
                Bytes reading = Bytes.of(("reading " + asked).getBytes(StandardCharsets.UTF_8));
                press(() -> device.publish(reading));
            }
        }

        void press(Runnable button) {
            button.run();
        }
    }
}
