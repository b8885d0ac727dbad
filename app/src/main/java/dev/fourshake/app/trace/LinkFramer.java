package dev.fourshake.app.trace;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.Framer;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkEnded.Party;
import dev.fourshake.model.wire.WireEvent;
import java.util.function.Consumer;

/** Makes frames of the live bytes of one link. Writer's thread only. */
final class LinkFramer {

    private final int link;
    private final Half toServer = new Half(Direction.CLIENT_TO_SERVER);
    private final Half toClient = new Half(Direction.SERVER_TO_CLIENT);

    LinkFramer(int link) {
        this.link = link;
    }

    void chunk(Entry.Chunk chunk, Consumer<WireEvent> out) {
        Half half = half(chunk.direction());
        if (half(chunk.direction().opposite()).framer.isTrusted()) {
            half.framer.trust();
        }
        half.feed(chunk.timeNanos(), chunk.bytes(), out);
    }

    void whole(Frame frame, Consumer<WireEvent> out) {
        Half half = half(frame.direction());
        if (frame.opaque()) {
            half.opaque = true;
        } else {
            half.framer.trust();
        }
        out.accept(frame);
    }

    void gap(Entry.Gap gap, Consumer<WireEvent> out) {
        Half half = half(gap.direction());
        long bytes = gap.bytes() + half.restart(gap.trusted(), gap.opaque());
        out.accept(new FramesMissed(link, gap.timeNanos(), gap.direction(), bytes, gap.frames()));
    }

    void end(LinkEnded event, Consumer<WireEvent> out) {
        if (event.isFinal() || event.by() == Party.CLIENT) {
            toServer.end(event.timeNanos(), out);
        }
        if (event.isFinal() || event.by() == Party.BROKER) {
            toClient.end(event.timeNanos(), out);
        }
        out.accept(event);
    }

    private Half half(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? toServer : toClient;
    }

    private final class Half implements Framer.Sink {

        private final Direction direction;
        private Framer framer = new Framer();
        private boolean opaque;
        private long time;
        private Consumer<WireEvent> out;

        Half(Direction direction) {
            this.direction = direction;
        }

        void feed(long timeNanos, Bytes bytes, Consumer<WireEvent> target) {
            time = timeNanos;
            out = target;
            if (opaque) {
                opaque(bytes);
            } else {
                framer.feed(bytes, this);
            }
        }

        /** Forgets the unfinished packet, whose end was missed, and tells how many bytes of it there were. */
        int restart(boolean trusted, boolean opaqueNow) {
            int pending = framer.pending();
            framer = new Framer();
            if (trusted) {
                framer.trust();
            }
            opaque = opaqueNow;
            return pending;
        }

        void end(long timeNanos, Consumer<WireEvent> target) {
            time = timeNanos;
            out = target;
            framer.end(this);
        }

        @Override
        public void packet(Bytes raw) {
            out.accept(Frame.passed(link, time, direction, raw));
        }

        @Override
        public void opaque(Bytes raw) {
            out.accept(Frame.opaque(link, time, direction, raw));
        }
    }
}
