package dev.fourshake.app.trace;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;

/** What waits in the queue between a source and the writer of its trace. */
sealed interface Entry {

    /** What an entry and its event weigh beside the bytes of frames: it bounds the number of entries. */
    int OVERHEAD = 128;

    /** Bytes that it takes in memory, roughly. */
    long cost();

    /** Events that are whole already. */
    record Events(List<WireEvent> events, long cost) implements Entry {

        static Events of(List<? extends WireEvent> events) {
            long cost = 0;
            for (WireEvent event : events) {
                cost += costOf(event);
            }
            return new Events(List.copyOf(events), cost);
        }

        static Events of(WireEvent event) {
            return new Events(List.of(event), costOf(event));
        }

        private static long costOf(WireEvent event) {
            return OVERHEAD + (event instanceof Frame frame ? frame.raw().length() : 0);
        }
    }

    /** Live bytes as they were read; the writer cuts them into frames. */
    record Chunk(LinkFramer framer, Direction direction, long timeNanos, Bytes bytes) implements Entry {

        @Override
        public long cost() {
            return OVERHEAD + bytes.length();
        }
    }

    /** A live frame that is whole already. */
    record Whole(LinkFramer framer, Frame frame) implements Entry {

        @Override
        public long cost() {
            return OVERHEAD + frame.raw().length();
        }
    }

    /**
     * Live bytes that did not fit. The next chunk of the direction begins with a packet.
     *
     * @param trusted see {@link dev.fourshake.model.wire.PacketBoundary#isTrusted}
     * @param opaque  the rest of the direction is not framed as MQTT
     */
    record Gap(LinkFramer framer, Direction direction, long timeNanos, long bytes, long frames, boolean trusted,
               boolean opaque) implements Entry {

        @Override
        public long cost() {
            return OVERHEAD;
        }
    }

    /** A direction has ended, and then {@code event} happened; both directions where it is the link's last. */
    record End(LinkFramer framer, LinkEnded event) implements Entry {

        @Override
        public long cost() {
            return OVERHEAD;
        }
    }
}
