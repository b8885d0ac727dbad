package dev.fourshake.app.tap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetector.Level;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Follows every buffer of Netty through the tests of a class, and fails where one was lost without being released. */
public final class LeakWatch implements BeforeAllCallback, AfterAllCallback {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);

    private final List<String> leaks = new CopyOnWriteArrayList<>();
    private Level before;

    @Override
    public void beforeAll(ExtensionContext context) {
        before = ResourceLeakDetector.getLevel();
        // Where nobody would see an error, Netty does not look for leaks.
        LOGGER.setLevel(ch.qos.logback.classic.Level.ERROR);
        ResourceLeakDetector.setLevel(Level.PARANOID);
        ByteBufUtil.setLeakListener((type, records) -> leaks.add(type + records));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> found = leaks();
        end();
        assertEquals(List.of(), found);
    }

    void end() {
        ByteBufUtil.setLeakListener(null);
        ResourceLeakDetector.setLevel(before);
        LOGGER.setLevel(null);
    }

    /** A leak is known once the garbage collector has met the buffer, and the next buffer is made. */
    List<String> leaks() {
        WeakReference<Object> garbage = new WeakReference<>(new Object());
        await().until(() -> {
            System.gc();
            return garbage.get() == null;
        });
        ByteBufAllocator.DEFAULT.buffer(1).release();
        return leaks;
    }
}
