package dev.fourshake.app.replay;

import dev.fourshake.app.change.Listeners;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.app.trace.TraceSource;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.Optional;

/**
 * The trace that a replay shows. It grows as a live one does. To go back, another is begun from the start, and the
 * old one is shown until the new one has got there. All but the methods of {@link TraceSource} are for one thread.
 */
final class ReplayTrace implements TraceSource, AutoCloseable {

    /** Small, so that what is shown is hardly behind what is played, and an unwanted trace is soon gone. */
    private static final long QUEUE_BYTES = 4L << 20;

    private final Runnable published;
    private final Listeners listeners = new Listeners();
    private volatile TraceFeed shown;
    private TraceFeed growing;
    private long rows;

    /** @param published is called, by any thread, when more of what was put is in the trace */
    ReplayTrace(Runnable published) {
        this.published = published;
        growing = begin();
        shown = growing;
    }

    private TraceFeed begin() {
        TraceFeed feed = new TraceFeed(new Trace(), QUEUE_BYTES);
        feed.addListener(() -> {
            if (feed == shown) {
                listeners.tell();
            }
            published.run();
        });
        return feed;
    }

    /** Forgets what was put; it is shown until {@link #show}. */
    void restart() {
        if (growing != shown) {
            growing.close();
        }
        growing = begin();
        rows = 0;
    }

    void put(List<WireEvent> events) throws InterruptedException {
        growing.put(events);
        rows += events.size();
    }

    /** Whether all that was put is in the trace, as far as there is memory for it. */
    boolean isPublished() {
        return growing.snapshot().rowCount() >= rows || growing.isFull();
    }

    /** Why the trace shows nothing of what is put now. */
    Optional<Message> problem() {
        return growing.isFull() ? growing.status().problem() : Optional.empty();
    }

    /** Whether it is the growing trace that is shown. */
    boolean isShown() {
        return growing == shown;
    }

    void show() {
        if (!isShown()) {
            TraceFeed old = shown;
            shown = growing;
            old.close();
            listeners.tell();
        }
    }

    @Override
    public TraceSnapshot snapshot() {
        return shown.snapshot();
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        growing.close();
        shown.close();
    }
}
