package dev.fourshake.app.trace;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.WireEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The sinks of a feed. One that fails is cut off, and harms neither the trace nor the others. */
final class FeedSinks {

    private static final Logger LOG = System.getLogger(FeedSinks.class.getName());

    private final List<EventSink> sinks = new ArrayList<>();
    private final Consumer<Message> problems;
    private long rows;

    FeedSinks(Consumer<Message> problems) {
        this.problems = problems;
    }

    synchronized void add(EventSink sink) {
        sink.joined(rows);
        sinks.add(sink);
    }

    synchronized void remove(EventSink sink) {
        sinks.remove(sink);
    }

    synchronized void accept(List<WireEvent> events) {
        rows += events.size();
        if (sinks.isEmpty()) {
            return;
        }
        List<WireEvent> batch = List.copyOf(events);
        sinks.removeIf(sink -> !isTaken(sink, batch));
    }

    synchronized void ended() {
        for (EventSink sink : sinks) {
            attempt(sink::ended);
        }
        sinks.clear();
    }

    private boolean isTaken(EventSink sink, List<WireEvent> batch) {
        try {
            sink.accept(batch);
            return true;
        } catch (Exception | OutOfMemoryError failure) {
            LOG.log(Level.WARNING, "A sink of the trace failed and is cut off", failure);
            String reason = Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
            Message why = Message.of(FeedSinks.class, "sink.cutOff", reason);
            problems.accept(why);
            attempt(() -> sink.cutOff(why));
            return false;
        }
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A sink of the trace failed at its end", failure);
        }
    }
}
