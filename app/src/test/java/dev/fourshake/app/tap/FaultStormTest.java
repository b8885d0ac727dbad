package dev.fourshake.app.tap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.HeldPacket;
import dev.fourshake.app.tap.hold.HoldControl;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.app.tap.hold.Reaction.Acknowledge;
import dev.fourshake.app.tap.hold.Reaction.Answer;
import dev.fourshake.app.tap.hold.Reaction.Cut;
import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.tap.hold.Reaction.Cut.Moment;
import dev.fourshake.app.tap.hold.Reaction.Delay;
import dev.fourshake.app.tap.hold.Reaction.Drop;
import dev.fourshake.app.tap.hold.Reaction.Duplicate;
import dev.fourshake.app.tap.hold.Reaction.Hold;
import dev.fourshake.app.tap.hold.Reaction.Replace;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkEnded.Party;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * More than a thousand faults in a row, at random: what arrives is in order, and nothing stays behind, neither buffers
 * (see {@link LeakWatch}) nor links, packets, threads or what they remember.
 */
@ExtendWith(LeakWatch.class)
class FaultStormTest {

    private static final int FAULTS = 1_000;
    private static final int PACKETS = 40;
    /** Packet Identifiers of what the tap makes up itself. */
    private static final int OURS = 0x4000;
    private static final Executor THREADS = work -> Thread.ofVirtual().start(work);

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void nothingIsLeftBehindAndTheOrderIsKept(long seed) throws Exception {
        Random random = new Random(seed);
        List<WeakReference<TapLink>> links = new ArrayList<>();
        try (Rig rig = new Rig()) {
            rig.tap.holds().releaseAfter(Duration.ofMillis(20));
            while (faults(rig) < FAULTS) {
                stormOn(rig, random, links);
            }
            await().until(() -> rig.tap.status().linksUp() == 0);
            assertEquals(List.of(), rig.tap.holds().held());
            assertTrue(threads() <= 5, () -> threads() + " threads");
            await().until(() -> {
                System.gc();
                return links.stream().allMatch(link -> link.refersTo(null));
            });
            rig.finish();
            assertEquals(0, threads());
            assertEquals(links.size(), rig.endings().stream().filter(end -> !end.endsWith("HALF_CLOSED")).count());
        }
    }

    private static long faults(Rig rig) {
        return rig.events(Frame.class).stream().filter(frame -> frame.fate() != Fate.PASSED).count()
                + rig.events(LinkEnded.class).stream().filter(end -> end.by() == Party.TAP).count();
    }

    /** Threads that move bytes for a tap. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("tap-"))
                .count();
    }

    /** One link from its beginning to its end. */
    private static void stormOn(Rig rig, Random random, List<WeakReference<TapLink>> links) throws Exception {
        HoldControl holds = rig.tap.holds();
        holds.breakpoints(List.of(anyBreakpoint(random), anyBreakpoint(random), anyBreakpoint(random)));
        try (Peer device = rig.device(); Peer broker = rig.atBroker()) {
            rig.tap.links().map(WeakReference::new).forEach(links::add);
            CompletableFuture<byte[]> atBroker = arriving(broker);
            CompletableFuture<byte[]> atDevice = arriving(device);
            CompletableFuture<Void> up = sending(device, random.nextLong());
            CompletableFuture<Void> down = sending(broker, random.nextLong());
            while (!up.isDone() || !down.isDone()) {
                meddle(holds, random);
            }
            if (random.nextInt(8) == 0) {
                device.reset();
            } else {
                end(device);
            }
            assertInOrder(Direction.CLIENT_TO_SERVER, atBroker.get());
            end(broker);
            assertInOrder(Direction.SERVER_TO_CLIENT, atDevice.get());
        }
        await().until(() -> rig.tap.status().linksUp() == 0);
    }

    private static Breakpoint anyBreakpoint(Random random) {
        PacketType type = List.of(PacketType.PUBLISH, PacketType.PUBREL, PacketType.PUBREC).get(random.nextInt(3));
        Breakpoint breakpoint = Breakpoint.on(type).then(anyReaction(random));
        return breakpoint.reaction() instanceof Cut ? breakpoint.atHit(1 + random.nextInt(PACKETS))
                : random.nextInt(3) == 0 ? breakpoint.atHit(1 + random.nextInt(PACKETS / 4)) : breakpoint;
    }

    private static Reaction anyReaction(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> new Drop();
            case 1 -> new Duplicate();
            case 2 -> new Delay(Duration.ofMillis(1 + random.nextInt(5)));
            case 3 -> new Cut(Moment.values()[random.nextInt(2)], Manner.values()[random.nextInt(2)]);
            case 4 -> new Acknowledge(PacketType.PUBACK, 0x97);
            case 5 -> new Answer(Bytes.ofHex(bare(Packets.pubcomp(OURS))));
            case 6 -> new Replace(Bytes.ofHex(bare(Packets.pubrel(OURS))));
            default -> new Hold();
        };
    }

    /** What a user might do meanwhile. */
    private static void meddle(HoldControl holds, Random random) {
        List<HeldPacket> held = holds.held();
        if (held.isEmpty()) {
            Thread.onSpinWait();
            return;
        }
        HeldPacket any = held.get(random.nextInt(held.size()));
        switch (random.nextInt(40)) {
            case 0 -> holds.step(any.link(), any.direction());
            case 1 -> holds.resume();
            case 2, 3 -> holds.stepExchange(any.holdId());
            case 4, 5, 6 -> {
                Reaction reaction = anyReaction(random);
                if (!(reaction instanceof Cut)) {
                    holds.react(any.holdId(), reaction);
                }
            }
            default -> Thread.yield();
        }
    }

    /** Packets whose identifiers count up, in pieces of any length. A cut may come in between. */
    private static CompletableFuture<Void> sending(Peer peer, long seed) {
        return CompletableFuture.runAsync(() -> {
            Random random = new Random(seed);
            StringBuilder hex = new StringBuilder();
            for (int id = 1; id <= PACKETS; id++) {
                hex.append(switch (random.nextInt(4)) {
                    case 0 -> Packets.pubrel(id);
                    case 1 -> Packets.pubrec(id);
                    default -> Packets.publish(1 + random.nextInt(2), id);
                });
            }
            byte[] stream = HexFormat.of().parseHex(bare(hex.toString()));
            try {
                for (int at = 0; at < stream.length; ) {
                    int length = Math.min(1 + random.nextInt(40), stream.length - at);
                    peer.send(Arrays.copyOfRange(stream, at, at + length));
                    at += length;
                }
            } catch (IOException cutOff) {
                // As it was to be.
            }
        }, THREADS);
    }

    private static CompletableFuture<byte[]> arriving(Peer peer) {
        return CompletableFuture.supplyAsync(() -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try {
                for (int next = peer.socket().getInputStream().read(); next >= 0;
                        next = peer.socket().getInputStream().read()) {
                    all.write(next);
                }
            } catch (SocketTimeoutException stuck) {
                throw new AssertionError("Neither bytes nor an end", stuck);
            } catch (IOException reset) {
                // As it was to be.
            }
            return all.toByteArray();
        }, THREADS);
    }

    private static void end(Peer peer) {
        try {
            peer.halfClose();
        } catch (IOException cutOff) {
            // It has ended already.
        }
    }

    /** Dropped ones are missing, duplicated ones come twice; none overtakes another. */
    private static void assertInOrder(Direction direction, byte[] arrived) {
        int last = 0;
        int at = 0;
        while (at + 2 <= arrived.length && at + 2 + arrived[at + 1] <= arrived.length) {
            PacketType type = PacketType.ofFirstByte(arrived[at] & 0xFF);
            assertTrue(type != PacketType.RESERVED, "what is cut is cut between packets");
            Bytes raw = Bytes.of(Arrays.copyOfRange(arrived, at, at + 2 + arrived[at + 1]));
            int id = Decoder.decode(raw, ProtocolVersion.MQTT_3_1_1, direction).packet().orElseThrow().packetId();
            boolean made = id >= OURS || type == PacketType.PUBACK;
            assertTrue(made || id >= last, "packet " + id + " behind " + last);
            last = made ? last : id;
            at += 2 + arrived[at + 1];
        }
    }

    private static String bare(String hex) {
        return hex.replace(" ", "");
    }
}
