package dev.fourshake.app.capture;

import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.Optional;

/** Events in memory. */
final class ListSource implements EventSource {

    private static final int CHUNK = 4096;

    private final List<WireEvent> events;
    private final long earliest;
    private final long latest;

    ListSource(List<WireEvent> events) {
        this.events = events;
        earliest = events.stream().mapToLong(WireEvent::timeNanos).min().orElse(0);
        latest = events.stream().mapToLong(WireEvent::timeNanos).max().orElse(0);
    }

    @Override
    public long count() {
        return events.size();
    }

    @Override
    public long earliest() {
        return earliest;
    }

    @Override
    public long latest() {
        return latest;
    }

    @Override
    public EventChunk chunk(long from) {
        int first = Math.toIntExact(from);
        int next = Math.min(events.size(), first + CHUNK);
        return new EventChunk(first, next, events.subList(first, next), Optional.empty());
    }

    @Override
    public long numberAt(long timeNanos) {
        int number = 0;
        while (number < events.size() && events.get(number).timeNanos() < timeNanos) {
            number++;
        }
        return number;
    }

    @Override
    public void close() {
        // Nothing to give free.
    }
}
