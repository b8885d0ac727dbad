package dev.fourshake.app.trace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.LinkEnded.Party;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TraceFeedTest {

    private static final Direction UP = Direction.CLIENT_TO_SERVER;
    private static final Bytes PINGREQ = Bytes.ofHex("c000");

    private final List<WireEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void theFirstEventIsPublishedWithoutWaitingForMoreAndListenersSeeIt() {
        try (TraceFeed feed = new TraceFeed(new Trace())) {
            AtomicInteger rows = new AtomicInteger();
            feed.addListener(() -> rows.set(feed.trace().snapshot().rowCount()));
            LiveLink link = feed.open("device:1", "broker:1883", false, false);
            await().until(() -> rows.get() == 1);
            link.bytes(UP, WireClock.now(), PINGREQ.asBuffer());
            await().until(() -> rows.get() == 2);
        }
    }

    /** Those who move it need the processors themselves. */
    @Test
    void heavyTrafficIsLeftAloneForAWhileAndShownWholeWhenItRests() {
        try (TraceFeed feed = new TraceFeed(new Trace())) {
            LiveLink link = feed.open("device:1", "broker:1883", false, false);
            AtomicLong published = new AtomicLong(System.nanoTime());
            AtomicLong longest = new AtomicLong();
            feed.addListener(() -> {
                long now = System.nanoTime();
                longest.accumulateAndGet(now - published.getAndSet(now), Math::max);
            });
            ByteBuffer bytes = ByteBuffer.wrap(Bytes.ofHex(("30ff03000161" + "00".repeat(508)).repeat(200)).toArray());
            AtomicInteger sent = new AtomicInteger();
            await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> {
                sent.addAndGet(link.bytes(UP, WireClock.now(), bytes.rewind()));
                return longest.get() > 500_000_000;
            });
            await().until(() -> feed.trace().snapshot().rowCount() == 1 + sent.get());
        }
    }

    /** A burst may be over after a few pulses: after a silence it is known by its first packets, which are shown. */
    @Test
    void heavyTrafficBehindASilenceIsKnownByItsFirstPackets() {
        record Published(int rows, long nanos) {
        }
        List<Published> published = new CopyOnWriteArrayList<>();
        try (TraceFeed feed = new TraceFeed(new Trace())) {
            LiveLink link = feed.open("device:1", "broker:1883", false, false);
            feed.addListener(() -> published.add(new Published(feed.trace().snapshot().rowCount(), System.nanoTime())));
            ByteBuffer bytes = ByteBuffer.wrap(Bytes.ofHex("c000".repeat(100)).toArray());
            AtomicInteger leftAlone = new AtomicInteger();
            // not each of them: where the machine is busy the packets come too slowly
            await().timeout(Duration.ofMinutes(1)).pollInSameThread().pollInterval(Duration.ofMillis(500)).until(() -> {
                int before = feed.trace().snapshot().rowCount();
                published.clear();
                long begin = System.nanoTime();
                for (int i = 0; i < 300; i++) {
                    while (System.nanoTime() - begin < i * 200_000L) {
                        LockSupport.parkNanos(100_000);
                    }
                    link.bytes(UP, WireClock.now(), bytes.rewind());
                }
                await().until(() -> feed.trace().snapshot().rowCount() == before + 30_000);
                List<Published> parts = published.stream().filter(some -> some.rows() < before + 30_000).toList();
                Published whole = published.get(parts.size());
                if (!parts.isEmpty() && parts.stream().allMatch(part ->
                        part.rows() - before < 2_000 && whole.nanos() - part.nanos() > 50_000_000)) {
                    leftAlone.incrementAndGet();
                }
                return leftAlone.get() == 5;
            });
        }
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        try (TraceFeed feed = new TraceFeed(new Trace())) {
            feed.addListener(() -> {
                throw new IllegalStateException("on purpose");
            });
            feed.open("device:1", "broker:1883", false, false);
            await().until(() -> feed.status().problem().isPresent());
            feed.open("device:2", "broker:1883", false, false);
            await().until(() -> feed.trace().snapshot().rowCount() == 2);
        }
    }

    @Test
    void closingDrainsPublishesAndEndsTheSinks() throws Exception {
        CompletableFuture<Integer> endedAt = new CompletableFuture<>();
        TraceFeed feed = new TraceFeed(new Trace());
        feed.addSink(new EventSink() {
            @Override
            public void accept(List<WireEvent> batch) {
                events.addAll(batch);
            }

            @Override
            public void ended() {
                endedAt.complete(events.size());
            }
        });
        feed.put(opened());
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            frames.add(Frame.passed(1, i, UP, PINGREQ));
        }
        feed.put(frames);
        feed.close();
        assertEquals(100_001, endedAt.get());
        assertEquals(100_001, feed.trace().snapshot().rowCount());
        assertEquals(frames, events.subList(1, events.size()));
        assertThrows(IllegalStateException.class, () -> feed.put(opened()));
    }

    @Test
    void aFileWaitsForRoomAndLosesNothing() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        TraceFeed feed = new TraceFeed(new Trace(), 100 * 1024);
        feed.addSink(_ -> stuck.await());
        feed.put(opened());
        CompletableFuture<Void> putting = CompletableFuture.runAsync(() -> {
            try {
                for (int i = 0; i < 5_000; i++) {
                    feed.put(Frame.passed(1, i, UP, PINGREQ));
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        await().until(() -> feed.status().queuedBytes() > 99 * 1024);
        assertFalse(putting.isDone());
        stuck.countDown();
        putting.get();
        feed.close();
        assertEquals(5_001, feed.trace().snapshot().rowCount());
        assertEquals(0, feed.status().missedFrames());
    }

    /** Else the traffic would end with the memory of the program that only watches it. */
    @Test
    void aTraceWithoutMemoryEndsWithASentenceAndTheSinksGoOn() throws Exception {
        TraceFeed feed = new TraceFeed(new Trace(), TraceFeed.QUEUE_BYTES, new TraceMemory(100_000));
        feed.addSink(events::addAll);
        LiveLink link = feed.open("device:1", "broker:1883", false, false);
        int sent = 0;
        while (!feed.isFull()) {
            // traffic that the queue can take: what is missed is not what this is about
            if (feed.status().queuedBytes() < TraceFeed.QUEUE_BYTES / 4) {
                link.bytes(UP, WireClock.now(), PINGREQ.asBuffer());
                sent++;
            }
        }
        int rows = feed.snapshot().rowCount();
        for (int i = 0; i < 1_000; i++) {
            link.bytes(UP, WireClock.now(), PINGREQ.asBuffer());
            sent++;
        }
        feed.close();
        assertEquals(1 + sent, events.size(), "a recording has all");
        assertTrue(feed.snapshot().rowCount() < sent);
        assertTrue(rows <= feed.snapshot().rowCount());
        String sentence = feed.status().problem().orElseThrow().text(Locale.ENGLISH);
        assertTrue(sentence.contains("memory") && sentence.contains("recordings go on"), sentence);
        assertEquals(0, feed.status().missedFrames(), "nothing is said to be missing within the trace");
    }

    @Test
    void tracesShareTheMemoryAndGiveItBackWhenNobodyHasThemAnyMore() {
        TraceMemory memory = new TraceMemory(1_000);
        Trace first = new Trace();
        assertTrue(memory.hasRoom(first, 600));
        Trace second = new Trace();
        assertTrue(memory.hasRoom(second, 300));
        assertFalse(memory.hasRoom(second, 400));
        first = null;
        await().until(() -> {
            System.gc();
            return memory.hasRoom(second, 400);
        });
    }

    @Test
    void aSinkThatFailsIsCutOffWithASentenceAndTheOthersGoOn() throws Exception {
        CompletableFuture<Message> cutOff = new CompletableFuture<>();
        TraceFeed feed = new TraceFeed(new Trace());
        feed.addSink(new EventSink() {
            @Override
            public void accept(List<WireEvent> batch) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void cutOff(Message why) {
                assertTrue(cutOff.complete(why));
            }
        });
        feed.addSink(events::addAll);
        feed.put(opened());
        assertTrue(cutOff.get().text().contains("No space left on device"));
        feed.put(Frame.passed(1, 1, UP, PINGREQ));
        feed.close();
        assertEquals(2, events.size());
        assertEquals(cutOff.get(), feed.status().problem().orElseThrow());
    }

    @Test
    void aSinkThatHasNoMemoryLeftEndsNobodyElse() throws Exception {
        try (TraceFeed feed = new TraceFeed(new Trace())) {
            CompletableFuture<Message> cutOff = new CompletableFuture<>();
            feed.addSink(new EventSink() {
                @Override
                public void accept(List<WireEvent> batch) {
                    throw new OutOfMemoryError("on purpose");
                }

                @Override
                public void cutOff(Message why) {
                    cutOff.complete(why);
                }
            });
            feed.addSink(events::addAll);
            feed.put(opened());
            await().until(cutOff::isDone);
            feed.put(Frame.passed(1, 1, UP, PINGREQ));
            await().until(() -> events.size() == 2 && feed.trace().snapshot().rowCount() == 2);
        }
    }

    @Test
    void theRestOfAnUnfinishedPacketIsToldBeforeTheEnd() {
        TraceFeed feed = new TraceFeed(new Trace());
        feed.addSink(events::addAll);
        LiveLink link = feed.open("device:1", "broker:1883", false, false);
        link.bytes(UP, 1, ByteBuffer.wrap(new byte[] {(byte) 0xC0, 0, 0x30, 5}));
        link.ended(2, Party.CLIENT, Ending.RESET, "");
        feed.close();
        assertEquals(List.of(Frame.passed(1, 1, UP, PINGREQ), Frame.opaque(1, 2, UP, Bytes.ofHex("3005")),
                new LinkEnded(1, 2, Party.CLIENT, Ending.RESET, "")), events.subList(1, events.size()));
    }

    private static LinkOpened opened() {
        return new LinkOpened(1, 0, "device:1", "broker:1883", false, false);
    }
}
