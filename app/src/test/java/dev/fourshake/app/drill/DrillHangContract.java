package dev.fourshake.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.drill.DrillReport.Outcome;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.Result;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A broker that hangs: its connections stand, new ones are taken, and nothing is answered. */
abstract class DrillHangContract {

    private static final DrillTimes TIMES = new DrillTimes(Duration.ofSeconds(2), Duration.ofMillis(50),
            Duration.ofMillis(50), Duration.ofMillis(50));

    abstract HostPort broker();

    /** Returns when it hangs. */
    abstract void hang() throws Exception;

    /** It answers again. */
    abstract void goOn() throws Exception;

    /** Neither is the broker accused of what it cannot do any more, nor the library. */
    @Test
    void nobodyIsAccusedOfTheCaseInWhichItBeganToHang() throws Exception {
        Drill drill = new Drill(plan(), new DrillDevices.Library(hangingBeforeMessage(3)), DrillListener.NONE);
        assertSilentAfter(2, drill);
    }

    @Test
    void beforeTheFirstCaseItIsToldToo() throws Exception {
        hang();
        assertSilentAfter(0, new Drill(plan(), DrillDevices.own(), DrillListener.NONE));
        goOn();
        assertEquals(Outcome.KEPT, new Drill(plan(), DrillDevices.own(), DrillListener.NONE).run().outcome());
    }

    private DrillPlan plan() {
        return new DrillPlan(broker(), new BrokerTls.None(), Credentials.NONE, Set.of(ProtocolVersion.MQTT_3_1_1),
                Set.of(Qos.EXACTLY_ONCE), Set.of(Direction.CLIENT_TO_SERVER), Set.of(Fault.DELAYED), TIMES);
    }

    private void assertSilentAfter(int cases, Drill drill) {
        DrillException told = assertThrows(DrillException.class, drill::run);
        String sentence = told.sentence().text(Locale.ENGLISH);
        assertTrue(sentence.startsWith("The broker at " + broker()
                + " has not answered the drill's own client for 2 s"), sentence);
        assertTrue(told.isUnreachable());
        DrillReport report = told.report().orElseThrow();
        assertEquals(cases, report.cases().size());
        assertTrue(report.isStopped());
        report.cases().forEach(each -> assertEquals(Result.EXACTLY_ONCE, each.verdict().result()));
    }

    /** Paho, and the broker hangs when it is to publish for the n-th time. */
    private DrillDevice.Maker hangingBeforeMessage(int number) {
        AtomicInteger messages = new AtomicInteger();
        return new DrillDevice.Maker() {
            @Override
            public String title() {
                return OwnDevice.MAKER.title();
            }

            @Override
            public DrillDevice start(Mission mission) throws ClientFailure {
                DrillDevice paho = OwnDevice.MAKER.start(mission);
                return new Publisher(paho, () -> {
                    if (messages.incrementAndGet() == number) {
                        hang();
                    }
                });
            }
        };
    }

    private interface Event {

        void happens() throws Exception;
    }

    private record Publisher(DrillDevice device, Event before) implements DrillDevice {

        @Override
        public void publish(Bytes payload) {
            try {
                before.happens();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            device.publish(payload);
        }

        @Override
        public void restart() {
            device.restart();
        }

        @Override
        public int received(Bytes payload) {
            return device.received(payload);
        }

        @Override
        public void close() {
            device.close();
        }
    }
}
