package dev.fourshake.app.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker goes away for good in the middle of a drill. */
@ExtendWith(SharedBroker.class)
class BrokerGoesTest {

    private static final DrillTimes TIMES = new DrillTimes(Duration.ofSeconds(5), Duration.ofMillis(50),
            Duration.ofMillis(50), Duration.ofMillis(50));

    @Test
    void whatWasJudgedUntilThenIsKeptAndTheReasonTold(EmbeddedBroker broker) throws Exception {
        try (TraceFeed feed = new TraceFeed(new Trace()); Tap way = wayTo(broker, feed)) {
            assertIsToldAfter(2, way, new DrillListener() {
                @Override
                public void ended(int number, int of, CaseResult result) {
                    if (number == 2) {
                        way.close();
                    }
                }
            });
        }
    }

    @Test
    void nobodyIsAccusedOfTheCaseInWhichItWent(EmbeddedBroker broker) throws Exception {
        try (TraceFeed feed = new TraceFeed(new Trace()); Tap way = wayTo(broker, feed)) {
            assertIsToldAfter(1, way, new DrillListener() {
                @Override
                public void begun(int number, int of, FaultPoint point) {
                    if (number == 2) {
                        long before = messages(feed);
                        Thread.ofVirtual().start(() -> {
                            await().until(() -> messages(feed) > before);
                            way.close();
                        });
                    }
                }
            });
        }
    }

    /** How many messages have come to the broker. */
    private static long messages(TraceFeed feed) {
        TraceSnapshot seen = feed.snapshot();
        return IntStream.range(0, seen.rowCount()).filter(row -> seen.type(row) == PacketType.PUBLISH
                && seen.direction(row) == Direction.CLIENT_TO_SERVER).count();
    }

    private static Tap wayTo(EmbeddedBroker broker, TraceFeed feed) throws TapException {
        return Tap.start(TapOptions.to(HostPort.loopback(SharedBroker.addressOf(broker).getPort())), feed);
    }

    private static void assertIsToldAfter(int cases, Tap way, DrillListener listener) {
        HostPort address = way.address();
        DrillPlan plan = new DrillPlan(address, new BrokerTls.None(), Credentials.NONE,
                Set.of(ProtocolVersion.MQTT_5), Set.of(Qos.EXACTLY_ONCE), Set.of(Direction.CLIENT_TO_SERVER),
                Set.of(Fault.DELAYED), TIMES);
        DrillException failure = assertThrows(DrillException.class,
                () -> new Drill(plan, DrillDevices.own(), listener).run());
        DrillReport report = failure.report().orElseThrow();
        assertEquals(cases, report.cases().size());
        assertTrue(report.isStopped());
        assertTrue(failure.isUnreachable());
        String sentence = failure.sentence().text(Locale.ENGLISH);
        assertTrue(sentence.startsWith("No broker listens at " + address), sentence);
    }
}
