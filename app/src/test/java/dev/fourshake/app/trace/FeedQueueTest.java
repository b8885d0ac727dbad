package dev.fourshake.app.trace;

import static org.awaitility.Awaitility.await;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.LinkOpened;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FeedQueueTest {

    private static final long ENDLESS = 1L << 40;

    /** A link that begins, or a packet that is held, is what somebody waits to see. */
    @Test
    void theWriterDoesNotRestForLongFromWhatIsRare() {
        await().timeout(Duration.ofSeconds(30)).until(() -> gathered(ENDLESS, queue -> queue.add(opened())) * 2
                < gathered(ENDLESS, _ -> { }));
    }

    private static Entry opened() {
        return Entry.Events.of(new LinkOpened(1, 0, "device:1", "broker:1883", false, false));
    }

    @Test
    void theWriterRestsWhereWhatWasRareHasBeenTaken() {
        await().timeout(Duration.ofSeconds(30)).until(() -> gathered(ENDLESS, queue -> {
            queue.add(opened());
            queue.poll();
        }) > 2 * gathered(ENDLESS, queue -> queue.add(opened())));
    }

    @Test
    void theWriterDoesNotRestWhereHalfOfTheRoomIsTaken() {
        await().timeout(Duration.ofSeconds(30)).until(() ->
                gathered(8 << 20, _ -> { }) * 2 < gathered(ENDLESS, _ -> { }));
    }

    /** What has come under heavy traffic until the writer looks again; less where the traffic itself had to wait. */
    private static long gathered(long limit, Consumer<FeedQueue> first) throws InterruptedException {
        FeedQueue queue = new FeedQueue(limit, Thread.currentThread());
        first.accept(queue);
        Bytes bytes = Bytes.of(new byte[100_000]);
        Thread traffic = Thread.ofPlatform().start(() -> {
            while (!Thread.interrupted()) {
                queue.add(new Entry.Chunk(null, Direction.CLIENT_TO_SERVER, 0, bytes));
                LockSupport.parkNanos(1_000_000);
            }
        });
        queue.rest();
        traffic.interrupt();
        traffic.join();
        return queue.load();
    }
}
