package dev.fourshake.app.replay;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.EventChunk;
import dev.fourshake.app.capture.EventSource;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.Optional;

/** A place in a source of events, moving forward. A lost piece is passed in one step. Not for several threads. */
final class EventCursor {

    private final EventSource source;
    private EventChunk chunk;
    private long position;
    private Optional<Message> problem = Optional.empty();

    EventCursor(EventSource source) {
        this.source = source;
    }

    /** How many events lie behind. */
    long position() {
        return position;
    }

    boolean isAtEnd() {
        return position >= source.count();
    }

    /** What was lost last, of the pieces passed. */
    Optional<Message> problem() {
        return problem;
    }

    void rewind() {
        position = 0;
        chunk = null;
    }

    /** Time of the next event; {@code otherwise} where it is lost. Not at the end. */
    long nextTime(long otherwise) throws CaptureException {
        load();
        return isLost() ? otherwise : chunk.events().get((int) (position - chunk.first())).timeNanos();
    }

    /** Moves over the next event, or the next lost piece, and adds it. Not at the end. */
    void take(List<WireEvent> into) throws CaptureException {
        load();
        if (isLost()) {
            into.addAll(chunk.events());
            problem = chunk.problem();
            position = chunk.next();
        } else {
            into.add(chunk.events().get((int) (position - chunk.first())));
            position++;
        }
    }

    private boolean isLost() {
        return chunk.problem().isPresent();
    }

    private void load() throws CaptureException {
        if (chunk == null || position < chunk.first() || position >= chunk.next()) {
            chunk = source.chunk(position);
        }
    }

    /** Where the next packet from {@code from} on has just passed; the end where there is none. */
    static long afterNextPacket(EventSource source, long from) throws CaptureException {
        for (long at = from; at < source.count();) {
            EventChunk piece = source.chunk(at);
            if (piece.problem().isPresent()) {
                return piece.next();
            }
            for (int i = 0; i < piece.events().size(); i++) {
                if (isPacket(piece.events().get(i))) {
                    return at + i + 1;
                }
            }
            at = piece.next();
        }
        return source.count();
    }

    /** Where the last packet before {@code to} has not passed yet; the beginning where there is none. */
    static long beforeLastPacket(EventSource source, long to) throws CaptureException {
        long end = to;
        while (end > 0) {
            long begin = Math.max(0, end - 256);
            long found = -1;
            for (long at = begin; at < end;) {
                EventChunk piece = source.chunk(at);
                if (piece.problem().isPresent()) {
                    found = piece.first();
                }
                for (int i = 0; piece.problem().isEmpty() && at + i < Math.min(end, piece.next()); i++) {
                    found = isPacket(piece.events().get(i)) ? at + i : found;
                }
                at = piece.next();
            }
            if (found >= 0) {
                return found;
            }
            end = begin;
        }
        return 0;
    }

    /** A held packet that is let go moves again. */
    private static boolean isPacket(WireEvent event) {
        return event instanceof Frame || event instanceof FrameReleased;
    }
}
