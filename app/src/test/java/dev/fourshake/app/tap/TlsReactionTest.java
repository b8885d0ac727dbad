package dev.fourshake.app.tap;

import static dev.fourshake.app.tap.Packets.CONNACK;
import static dev.fourshake.app.tap.Packets.CONNECT;
import static dev.fourshake.app.tap.Packets.publish;
import static dev.fourshake.app.tap.Packets.pubrel;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.Reaction.Acknowledge;
import dev.fourshake.app.tap.hold.Reaction.Answer;
import dev.fourshake.app.tap.hold.Reaction.Cut;
import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.tap.hold.Reaction.Cut.Moment;
import dev.fourshake.app.tap.line.LineRule;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.app.tap.tls.OwnAuthority;
import dev.fourshake.app.tap.tls.TlsRig;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done with packets of links that speak TLS on both sides, and with what comes with the TLS handshake. */
@ExtendWith(LeakWatch.class)
class TlsReactionTest {

    private static final Breakpoint PUBREL = Breakpoint.on(PacketType.PUBREL);

    @TempDir
    private Path folder;
    private OwnAuthority authority;

    @BeforeEach
    void makeAuthority() throws Exception {
        authority = OwnAuthority.in(folder.resolve("tap"));
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, FIN, TLSv1.2", "AFTER, FIN, TLSv1.3", "BEFORE, RST, TLSv1.3", "AFTER, RST, TLSv1.2"})
    void aCutEndsBothSidesAsItSays(Moment moment, Manner manner, String protocol) throws Exception {
        try (ServerSocket server = TlsRig.broker(authority, "localhost", TlsRig.YEAR); Rig rig = bothTls(server);
             Peer device = TlsRig.device(rig, authority.certificate(), protocol)) {
            rig.tap.holds().breakpoints(List.of(PUBREL.then(new Cut(moment, manner))));
            device.send(CONNECT);
            try (Peer broker = new Peer(server.accept())) {
                broker.expect(CONNECT).send(CONNACK);
                device.expect(CONNACK).send(publish(1, 7) + pubrel(1) + publish(1, 8));
                broker.expect(publish(1, 7) + (moment == Moment.AFTER ? pubrel(1) : ""));
                if (manner == Manner.FIN) {
                    broker.expectEnd();
                    device.expectEnd();
                } else {
                    broker.expectReset();
                    device.expectReset();
                }
            }
            await().until(() -> rig.tap.status().linksUp() == 0);
            rig.finish();
            assertEquals(List.of(manner == Manner.FIN ? "TAP CLOSED" : "TAP RESET"), rig.endings());
        }
    }

    @Test
    void anAnswerAndAHeldPacketGoThroughTls() throws Exception {
        try (ServerSocket server = TlsRig.broker(authority, "localhost", TlsRig.YEAR); Rig rig = bothTls(server);
             Peer device = TlsRig.device(rig, authority.certificate())) {
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH).then(
                    new Acknowledge(PacketType.PUBACK, 0)), PUBREL));
            device.send(CONNECT + publish(1, 7) + pubrel(1));
            try (Peer broker = new Peer(server.accept())) {
                broker.expect(CONNECT);
                device.expect("40 02 00 07");
                await().until(() -> rig.tap.holds().held().size() == 1);
                rig.tap.holds().resume();
                broker.expect(pubrel(1));
            }
        }
    }

    @Test
    void aWeakLineIsLateAndCutsThroughTls() throws Exception {
        try (ServerSocket server = TlsRig.broker(authority, "localhost", TlsRig.YEAR); Rig rig = bothTls(server);
             Peer device = TlsRig.device(rig, authority.certificate())) {
            rig.tap.lines().rules(List.of(LineRule.parse("cut=every 3,c2s,latency=20ms")));
            device.send(CONNECT);
            try (Peer broker = new Peer(server.accept())) {
                // Until this the broker has not ended its handshake, and a reset would end that instead.
                broker.expect(CONNECT);
                device.send(publish(1, 7) + publish(1, 8) + publish(1, 9));
                broker.expect(publish(1, 7)).expectReset();
                device.expectReset();
            }
            rig.finish();
            assertEquals(List.of("TAP RESET"), rig.endings());
        }
    }

    @Test
    void aHalfOpenLinkIsLeftThroughTls() throws Exception {
        try (ServerSocket server = TlsRig.broker(authority, "localhost", TlsRig.YEAR); Rig rig = bothTls(server);
             Peer device = TlsRig.device(rig, authority.certificate())) {
            rig.tap.lines().rules(List.of(LineRule.parse("halfopen=every 2,c2s")));
            device.send(CONNECT);
            try (Peer broker = new Peer(server.accept())) {
                broker.expect(CONNECT);
                device.send(publish(1, 7));
                broker.expectReset();
            }
            rig.tap.lines().rules(List.of());
            device.expectReset();
        }
    }

    // ------------------------------------------------------------------ what comes with the device's handshake

    @Test
    void aConnectThatComesBeforeTheBrokersSideStandsIsAnswered() throws Exception {
        try (ServerSocket server = TlsRig.broker(authority, "localhost", TlsRig.YEAR);
             Rig rig = new Rig(options -> brokerTls(options, server)); Peer device = rig.device()) {
            rig.tap.holds().breakpoints(List.of(
                    Breakpoint.on(PacketType.CONNECT).then(new Answer(Bytes.ofHex("20020000")))));
            early(rig, CONNECT + publish(0, 0), true);
            try (Peer broker = new Peer(server.accept())) {
                broker.expect(publish(0, 0)).expectEnd();
                device.expect(CONNACK);
            }
        }
    }

    @Test
    void nothingIsToldOfAConnectThatNeverReachesTheBroker() throws Exception {
        try (Rig rig = new Rig(options -> options.withBrokerTls(new BrokerTls.Unverified()));
             Peer device = rig.device()) {
            early(rig, CONNECT, false);
            rig.atBroker().close();
            device.expectReset();
            rig.finish();
            assertEquals(List.of("BROKER TLS_FAILED"), rig.endings());
            assertEquals(List.of(), rig.events(Frame.class));
        }
    }

    /** Packets come with the last of the device's handshake, while the tap has none yet with the broker. */
    private static void early(Rig rig, String packets, boolean andEnd) {
        await().until(() -> rig.tap.links().findFirst().isPresent());
        TapLink link = rig.tap.links().findFirst().orElseThrow();
        CompletableFuture.runAsync(() -> {
            link.device().channelRead(null, Unpooled.copiedBuffer(
                    HexFormat.of().parseHex(packets.replace(" ", ""))));
            if (andEnd) {
                link.device().userEventTriggered(null, ChannelInputShutdownEvent.INSTANCE);
            }
        }, link::execute).join();
    }

    private Rig bothTls(ServerSocket server) throws Exception {
        return new Rig(options -> brokerTls(options, server).withDeviceTls(new DeviceTls.Own(folder.resolve("tap"))));
    }

    private TapOptions brokerTls(TapOptions options, ServerSocket server) {
        return options.withBroker(new HostPort("localhost", server.getLocalPort()))
                .withBrokerTls(new BrokerTls.PemTrust(authority.certificateFile()));
    }
}
