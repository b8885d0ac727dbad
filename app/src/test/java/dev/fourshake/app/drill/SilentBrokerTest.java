package dev.fourshake.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker that falls silent while the drill prepares: at CONNECT, at SUBSCRIBE, or when it has answered both. */
class SilentBrokerTest {

    private static final byte[] CONNACK = {0x20, 2, 0, 0};
    private static final byte[] SUBACK = {(byte) 0x90, 3, 0, 1, 2};
    private static final DrillTimes TIMES = new DrillTimes(Duration.ofMillis(1500), Duration.ofMillis(50),
            Duration.ofMillis(50), Duration.ofMillis(50));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void isNamedWithTheTimeThatItHad(int answers) throws Exception {
        try (ServerSocket broker = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Queue<byte[]> left = new ConcurrentLinkedQueue<>(List.of(CONNACK, SUBACK).subList(0, answers));
            Thread.ofVirtual().start(() -> listen(broker, left));
            HostPort address = HostPort.loopback(broker.getLocalPort());
            DrillPlan plan = new DrillPlan(address, new BrokerTls.None(), Credentials.NONE,
                    Set.of(ProtocolVersion.MQTT_5), Set.of(Qos.EXACTLY_ONCE), Set.of(Direction.CLIENT_TO_SERVER),
                    Set.of(Fault.DELAYED), TIMES);
            DrillException told = assertThrows(DrillException.class,
                    () -> new Drill(plan, DrillDevices.own(), DrillListener.NONE).run());
            String sentence = told.sentence().text(Locale.ENGLISH);
            assertTrue(sentence.startsWith("The broker at " + address
                    + " has not answered the drill's own client for 1.5 s"), sentence);
            assertTrue(told.isUnreachable());
            assertEquals(List.of(), told.report().orElseThrow().cases());
        }
    }

    private static void listen(ServerSocket broker, Queue<byte[]> answers) {
        try {
            while (true) {
                Socket client = broker.accept();
                Thread.ofVirtual().start(() -> serve(client, answers));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    /** Answers the next packet with the next answer, while there are any, and then reads on. */
    private static void serve(Socket client, Queue<byte[]> answers) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            while (in.read() >= 0) {
                // None of these packets is longer than 127 bytes.
                in.skipNBytes(in.readUnsignedByte());
                byte[] answer = answers.poll();
                if (answer != null) {
                    client.getOutputStream().write(answer);
                }
            }
        } catch (IOException _) {
            // The client is gone.
        }
    }
}
