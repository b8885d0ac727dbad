package dev.fourshake.app.tap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.client.PayloadSource.Text;
import dev.fourshake.app.client.PublishOptions;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.app.tap.hold.Reaction.Acknowledge;
import dev.fourshake.app.tap.hold.Reaction.Cut;
import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.tap.hold.Reaction.Cut.Moment;
import dev.fourshake.app.tap.hold.Reaction.Delay;
import dev.fourshake.app.tap.hold.Reaction.Drop;
import dev.fourshake.app.tap.hold.Reaction.Duplicate;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkEnded.Party;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real devices and a real broker, and a fault of the tap's own at each step: neither of them is accused of it. */
abstract class FaultsContract {

    private static final int PATIENCE_SECONDS = 30;

    abstract HostPort broker();

    static Stream<Arguments> faults() {
        List<Arguments> all = new ArrayList<>();
        for (ProtocolVersion version : List.of(ProtocolVersion.MQTT_3_1_1, ProtocolVersion.MQTT_5)) {
            for (PacketType step : List.of(PacketType.PUBLISH, PacketType.PUBREC, PacketType.PUBREL,
                    PacketType.PUBCOMP)) {
                for (Reaction reaction : List.of(new Drop(), new Duplicate(), new Delay(Duration.ofMillis(20)),
                        new Cut(Moment.BEFORE, Manner.FIN), new Cut(Moment.AFTER, Manner.RST))) {
                    all.add(Arguments.of(version, step, reaction));
                }
            }
            all.add(Arguments.of(version, PacketType.PUBLISH, new Acknowledge(PacketType.PUBREC, 0x97)));
            all.add(Arguments.of(version, PacketType.PUBREL, new Acknowledge(PacketType.PUBCOMP, 0)));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatTheTapDoesIsHeldAgainstNobody(ProtocolVersion version, PacketType step, Reaction reaction)
            throws Exception {
        String topic = "fault/" + UUID.randomUUID();
        try (TraceFeed feed = new TraceFeed(new Trace()); Tap tap = Tap.start(TapOptions.to(broker()), feed)) {
            tap.holds().releaseAfter(Duration.ofMillis(20));
            try (DeviceClient subscriber = device(tap, version); DeviceClient publisher = device(tap, version)) {
                subscriber.subscribe(SubscribeOptions.of(topic, Qos.EXACTLY_ONCE))
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                Breakpoint fault = Breakpoint.on(step).then(reaction);
                tap.holds().breakpoints(List.of(fault)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                publisher.publish(PublishOptions.of(topic, new Text("42"), Qos.EXACTLY_ONCE));
                await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> tap.holds().hits(fault) > 0
                        && tap.holds().held().isEmpty());
                tap.holds().breakpoints(List.of());
                publisher.abort();
                subscriber.abort();
            }
            await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> tap.status().linksUp() == 0);
            tap.close();
            feed.close();
            TraceSnapshot trace = feed.trace().snapshot();
            assertTrue(isMeddledWith(trace));
            assertEquals(List.of(), trace.findings().stream().filter(each -> each.severity() == Severity.ERROR)
                    .map(Finding::toString).toList());
        }
    }

    private static boolean isMeddledWith(TraceSnapshot trace) {
        return IntStream.range(0, trace.rowCount()).mapToObj(trace::event).anyMatch(event -> switch (event) {
            case Frame frame -> frame.fate() != Fate.PASSED;
            case LinkEnded ended -> ended.by() == Party.TAP;
            case LinkOpened _, FrameReleased _, FramesMissed _ -> false;
        });
    }

    private static DeviceClient device(Tap tap, ProtocolVersion version) throws Exception {
        DeviceClient device = DeviceClient.of(ConnectOptions.to(BrokerAddress.tcp(tap.address().host(),
                tap.address().port()), version, "fault-" + UUID.randomUUID().toString().substring(0, 8)).build(),
                ClientListener.NONE);
        device.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return device;
    }
}
