package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Two right peers, a network that loses connections, and a tap that drops, holds and duplicates: nobody is accused. */
class HealthyTrafficTest {

    @Property(tries = 200)
    void rightPeersAreNeverAccused(@ForAll ProtocolVersion version, @ForAll boolean meddling, @ForAll long seed) {
        StringJoiner text = new StringJoiner("\n");
        Peers peers = new Peers(version, meddling, new Random(seed), text);
        for (int i = 0; i < 300; i++) {
            peers.step();
        }
        TraceSnapshot now = Transcript.of(version, text.toString());
        List<Finding> errors = now.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
        assertEquals(List.of(), errors, () -> numbered(text.toString()));
        assertEquals(messages(text.toString()), deliveries(now), () -> numbered(text.toString()));
    }

    /** Each message has a payload of its own: how many there were. */
    private static long messages(String text) {
        return text.lines().filter(line -> line.contains("PUBLISH"))
                .map(line -> line.substring(0, 2) + line.replaceAll(".*(payload=\\d+).*", "$1")).distinct().count();
    }

    private static long deliveries(TraceSnapshot now) {
        return IntStream.range(0, now.exchangeCount()).filter(id -> now.exchange(id).kind().isDelivery()).count();
    }

    private static String numbered(String text) {
        StringJoiner numbered = new StringJoiner("\n");
        int number = 0;
        for (String line : text.split("\n")) {
            numbered.add(number++ + " " + line);
        }
        return numbered.toString();
    }

    /** What happens between the two, in an order of chance. */
    private static final class Peers {

        private final ProtocolVersion version;
        private final boolean meddling;
        private final Random random;
        private final StringJoiner text;
        private final Peer client;
        private final Peer broker;
        private boolean connected;
        private boolean known;
        private int holds;

        Peers(ProtocolVersion version, boolean meddling, Random random, StringJoiner text) {
            this.version = version;
            this.meddling = meddling;
            this.random = random;
            this.text = text;
            client = new Peer(random, version.isMqtt5());
            broker = new Peer(random, version.isMqtt5());
        }

        void step() {
            if (!connected) {
                connect();
                return;
            }
            Peer peer = random.nextBoolean() ? client : broker;
            Peer other = peer == client ? broker : client;
            switch (random.nextInt(21)) {
                case 0 -> {
                    text.add("-- lost");
                    connected = false;
                    client.disconnected();
                    broker.disconnected();
                }
                case 1, 2, 3, 4 -> peer.publish();
                case 20 -> pause();
                case 5 -> {
                    if (!version.isMqtt5() && peer.outbox.isEmpty()) {
                        peer.sendAgain();
                    }
                }
                case 6, 7, 8, 9, 10, 11, 12 -> {
                    if (!peer.inbox.isEmpty()) {
                        peer.read();
                    }
                }
                default -> {
                    if (!peer.outbox.isEmpty()) {
                        pass(peer == client ? ">> " : "<< ", peer.outbox.poll(), other);
                    }
                }
            }
        }

        /** Both may be slow to answer, but what is on the wire gets there first. */
        private void pause() {
            for (Peer peer : List.of(client, broker)) {
                while (!peer.inbox.isEmpty()) {
                    peer.read();
                }
            }
            text.add("-- wait " + (1 + random.nextInt(12)));
        }

        private void pass(String arrow, String packet, Peer to) {
            int luck = meddling ? random.nextInt(20) : 20;
            switch (luck) {
                case 0 -> text.add(arrow + "dropped " + packet);
                case 1 -> {
                    text.add(arrow + packet).add(arrow + "duplicated " + packet);
                    to.inbox.add(packet);
                    to.inbox.add(packet);
                }
                case 2 -> {
                    holds++;
                    text.add(arrow + "held=" + holds + " " + packet).add("-- release " + holds);
                    to.inbox.add(packet);
                }
                default -> {
                    text.add(arrow + packet);
                    to.inbox.add(packet);
                }
            }
        }

        private void connect() {
            connected = true;
            boolean clean = random.nextInt(4) == 0;
            boolean present = known && !clean;
            text.add("-- open").add(">> CONNECT keep=0 expiry=300" + (clean ? " clean" : ""))
                    .add("<< CONNACK" + (present ? " present" : ""));
            known = version.isMqtt5() || !clean;
            if (present) {
                client.sendAgain();
                broker.sendAgain();
            } else {
                client.forget();
                broker.forget();
            }
        }
    }
}
