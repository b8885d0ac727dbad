package dev.fourshake.app.tap;

import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.Test;

class LeakWatchTest {

    @Test
    void aBufferThatIsLostIsFound() {
        LeakWatch watch = new LeakWatch();
        watch.beforeAll(null);
        try {
            ByteBufAllocator.DEFAULT.buffer(16);
            await().until(() -> !watch.leaks().isEmpty());
        } finally {
            watch.end();
        }
    }
}
