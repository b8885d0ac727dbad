package dev.fourshake.app.trace;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.WireEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The one thread that writes a trace. It takes entries in batches, frames live bytes, appends, hands the events to the
 * sinks, and publishes at most once a pulse: the first event after a silence arms it, the rest join. Heavy live
 * traffic it shows as soon as it knows it for that, leaves it alone for a while, and then takes all that has gathered.
 */
final class TraceWriter implements Runnable {

    private static final Logger LOG = System.getLogger(TraceWriter.class.getName());
    private static final long PULSE_NANOS = 1_000_000_000L / 60;
    /** Packets a second. Nobody reads what comes faster. */
    private static final long HEAVY_TRAFFIC = 20_000;
    private static final long HEAVY_PULSE_NANOS = 1_000_000_000L / 10;
    /** What has gathered under heavy traffic is shown after so long, whether all of it was taken or not. */
    private static final long CATCH_UP_NANOS = 1_000_000_000L;
    /** So many are taken at a time; as many within less than a pulse are heavy traffic before the pulse is over. */
    private static final int BATCH = 1024;
    /** Heavy traffic has waited for a second before it begins. */
    private static final long PATIENCE_MILLIS = 1500;

    private final TraceFeed feed;
    private final FeedQueue queue;
    private final List<WireEvent> batch = new ArrayList<>();
    private final Consumer<WireEvent> append = this::append;
    private final Courtesy courtesy = new Courtesy(PATIENCE_MILLIS);

    private boolean dirty;
    private boolean failed;
    private boolean heavy;
    private long due = System.nanoTime();
    /** What has been appended, and since when: since it was last published, or since a silence was over. */
    private long appended;
    private long since = due;

    TraceWriter(TraceFeed feed) {
        this.feed = feed;
        queue = feed.queue();
    }

    @Override
    public void run() {
        while (!(queue.isClosed() && queue.isEmpty())) {
            if (heavy && feed.isLive() && !queue.isClosed()) {
                queue.rest();
                catchUp();
                // at once: what is taken now would not be shown before the next rest is over
                continue;
            }
            boolean idle = takeBatch() == 0;
            long untilDue = due - System.nanoTime();
            if (dirty && (untilDue <= 0 || isRush())) {
                publish();
            } else if (idle && dirty && !queue.isClosed()) {
                queue.pause(untilDue);
            } else if (idle && !queue.isClosed()) {
                queue.awaitEntry();
                since = System.nanoTime();
                heavy = heavy && !feed.isLive();
            }
        }
        if (dirty) {
            publish();
        }
        feed.sinks().ended();
    }

    /** What goes on coming meanwhile is for the next time; where something rare is waited for, all behind it too. */
    private void catchUp() {
        boolean forRare = queue.hasRare();
        long left = queue.load();
        due = System.nanoTime() + CATCH_UP_NANOS;
        while (left > 0 && (!forRare || queue.hasRare()) && System.nanoTime() < due) {
            left -= takeBatch();
        }
        publish();
        heavy |= forRare && left > 0;
    }

    /** Whether live traffic has just become heavy. */
    private boolean isRush() {
        return !heavy && feed.isLive() && appended >= BATCH && isHeavy(System.nanoTime());
    }

    /** Answers the cost of what was taken; 0 where there was nothing. */
    private long takeBatch() {
        long cost = 0;
        // What has been taken is shown when it is due, however much more there is.
        while (batch.isEmpty() || batch.size() < BATCH && System.nanoTime() < due) {
            Entry entry = queue.poll();
            if (entry == null) {
                break;
            }
            cost += entry.cost();
            guarded(() -> take(entry));
        }
        if (!batch.isEmpty()) {
            guarded(() -> feed.sinks().accept(batch));
            batch.clear();
            dirty = true;
        }
        if (cost > 0) {
            queue.done(cost);
        }
        return cost;
    }

    private void take(Entry entry) {
        switch (entry) {
            case Entry.Events events -> events.events().forEach(append);
            case Entry.Chunk chunk -> chunk.framer().chunk(chunk, append);
            case Entry.Whole whole -> whole.framer().whole(whole.frame(), append);
            case Entry.Gap gap -> gap.framer().gap(gap, append);
            case Entry.End end -> end.framer().end(end.event(), append);
        }
    }

    private void append(WireEvent event) {
        batch.add(event);
        appended++;
        if (!feed.isFull()) {
            guarded(() -> feed.trace().append(event));
        }
        courtesy.dealtWith(event.timeNanos());
    }

    private void publish() {
        dirty = false;
        long now = System.nanoTime();
        heavy = isHeavy(now);
        due = now + (heavy ? HEAVY_PULSE_NANOS : PULSE_NANOS);
        since = now;
        appended = 0;
        guarded(feed.trace()::publish);
        if (!feed.isFull() && !feed.memory().hasRoom(feed.trace(), feed.trace().memoryBytes())) {
            feed.full();
        }
        for (Runnable listener : feed.listeners()) {
            guarded(listener);
        }
    }

    /** What comes at once, and is little, says nothing of how fast more comes. */
    private boolean isHeavy(long now) {
        long nanos = now - since;
        return (appended >= BATCH || nanos >= PULSE_NANOS) && appended * 1_000_000_000L > HEAVY_TRAFFIC * nanos;
    }

    /** The writer outlives every mistake of others: what was captured stays readable, and the sinks go on. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | OutOfMemoryError failure) {
            if (!failed) {
                LOG.log(Level.ERROR, "The trace failed; further failures are not logged", failure);
                failed = true;
            }
            feed.problem(Message.of(TraceWriter.class, "trace.failed", String.valueOf(failure.getMessage())));
        }
    }
}
