package dev.fourshake.model.diagram;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;

/** What one row of the diagram shows. Lanes are positions in the page, from the left, from 0. */
public sealed interface Mark {

    /** Place among the shown rows. */
    int index();

    /** Row of the trace. */
    int row();

    /** Nanoseconds since 1970-01-01T00:00Z. */
    long timeNanos();

    Alarm alarm();

    /** Number of the exchange; -1 for none. */
    int exchange();

    /** Lane of the client; -1 where the client never said anything, or its lane is hidden. */
    int client();

    /** Lane of the broker. */
    int broker();

    /**
     * A packet, or a run of bytes that is none, or the second half of a held packet's way.
     *
     * @param direction in which it travels
     * @param course    how far it came
     * @param family    what it is for
     * @param label     what is written at it
     */
    record Arrow(int index, int row, long timeNanos, Alarm alarm, int exchange, int client, int broker,
                 Direction direction, Course course, Family family, Judgement judgement, Label label) implements Mark {

        /** Lane of the sender. */
        public int from() {
            return direction == Direction.CLIENT_TO_SERVER ? client : broker;
        }

        /** Lane of the receiver. */
        public int to() {
            return direction == Direction.CLIENT_TO_SERVER ? broker : client;
        }
    }

    /** A device has connected. */
    record Opened(int index, int row, long timeNanos, Alarm alarm, int client, int broker, LinkOpened link)
            implements Mark {
        @Override
        public int exchange() {
            return -1;
        }
    }

    /**
     * One end of a link has closed, or it could not be made.
     *
     * @param address of the device
     */
    record Ended(int index, int row, long timeNanos, Alarm alarm, int client, int broker, String address,
                 LinkEnded end) implements Mark {
        @Override
        public int exchange() {
            return -1;
        }
    }

    /** Bytes that travelled and were not seen. */
    record Missed(int index, int row, long timeNanos, Alarm alarm, int client, int broker,
            FramesMissed missed) implements Mark {
        @Override
        public int exchange() {
            return -1;
        }
    }
}
