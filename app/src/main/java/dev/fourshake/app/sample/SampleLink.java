package dev.fourshake.app.sample;

import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A connection in a file. Of the segments some are cut, sent again, out of order, or acknowledged by one of their own.
 * Each side answers what it got in the order in which it came.
 */
final class SampleLink {

    private static final long BROKER = (0x0A000001L << 16) + 1883;
    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int RST = 0x04;
    private static final byte[] NOTHING = {};

    private final PcapWriter out;
    private final Timeline timeline;
    private final Random random;
    private final ProtocolVersion version;
    private final long address;
    private int clientSequence;
    private int brokerSequence;
    private long clientBusy;
    private long brokerBusy;
    private final List<Packet> fromClient = new ArrayList<>();
    private final List<Packet> fromBroker = new ArrayList<>();
    private boolean open = true;

    /** Is opened at once. */
    SampleLink(PcapWriter out, Timeline timeline, Random random, ProtocolVersion version, long address)
            throws IOException {
        this.out = out;
        this.timeline = timeline;
        this.random = random;
        this.version = version;
        this.address = address;
        clientSequence = random.nextInt();
        brokerSequence = random.nextInt();
        write(Direction.CLIENT_TO_SERVER, SYN, NOTHING);
        clientSequence++;
        write(Direction.SERVER_TO_CLIENT, SYN, NOTHING);
        brokerSequence++;
    }

    boolean isOpen() {
        return open;
    }

    /** The receiver of this direction does something when its time comes, unless the connection is gone by then. */
    void answer(Direction got, Timeline.Action action) {
        boolean broker = got == Direction.CLIENT_TO_SERVER;
        long busy = broker ? brokerBusy : clientBusy;
        long at = Math.max(busy + 1, timeline.micros() + (broker ? 100 : 300) + random.nextInt(broker ? 900 : 40_000));
        if (broker) {
            brokerBusy = at;
        } else {
            clientBusy = at;
        }
        timeline.at(at, () -> {
            if (open) {
                action.run();
            }
        });
    }

    /** What is sent at the same time goes together. */
    void send(Direction direction, Packet packet) {
        List<Packet> together = direction == Direction.CLIENT_TO_SERVER ? fromClient : fromBroker;
        if (together.isEmpty()) {
            timeline.in(0, () -> flush(direction, together));
        }
        together.add(packet);
    }

    private void flush(Direction direction, List<Packet> together) throws IOException {
        if (!together.isEmpty()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            together.forEach(packet -> bytes.writeBytes(PacketEncoder.encode(packet, version).toArray()));
            segments(direction, bytes.toByteArray());
            out.count(together.size());
            together.clear();
        }
    }

    private void segments(Direction direction, byte[] data) throws IOException {
        int cut = random.nextInt(10) == 0 && data.length > 1 ? 1 + random.nextInt(data.length - 1) : data.length;
        byte[] first = Arrays.copyOf(data, cut);
        byte[] rest = Arrays.copyOfRange(data, cut, data.length);
        boolean swapped = rest.length > 0 && random.nextInt(8) == 0;
        if (swapped) {
            advance(direction, first.length);
            write(direction, 0, rest);
            advance(direction, -first.length);
        }
        write(direction, 0, first);
        if (random.nextInt(100) == 0) {
            write(direction, 0, first);
        }
        advance(direction, first.length);
        if (rest.length > 0 && !swapped) {
            write(direction, 0, rest);
        }
        advance(direction, rest.length);
        if (random.nextInt(4) == 0) {
            write(direction.opposite(), 0, NOTHING);
        }
    }

    private void flush() throws IOException {
        flush(Direction.CLIENT_TO_SERVER, fromClient);
        flush(Direction.SERVER_TO_CLIENT, fromBroker);
    }

    /** Both sides close it. */
    void close() throws IOException {
        flush();
        open = false;
        write(Direction.CLIENT_TO_SERVER, FIN, NOTHING);
        clientSequence++;
        write(Direction.SERVER_TO_CLIENT, FIN, NOTHING);
    }

    /** The client's side is suddenly gone. */
    void reset() throws IOException {
        flush();
        open = false;
        write(Direction.CLIENT_TO_SERVER, RST, NOTHING);
    }

    private void advance(Direction direction, int bytes) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            clientSequence += bytes;
        } else {
            brokerSequence += bytes;
        }
    }

    private void write(Direction direction, int flags, byte[] data) throws IOException {
        if (direction == Direction.CLIENT_TO_SERVER) {
            boolean first = flags == SYN;
            out.segment(timeline.micros(), address, BROKER, clientSequence, first ? 0 : brokerSequence, flags, data);
        } else {
            out.segment(timeline.micros(), BROKER, address, brokerSequence, clientSequence, flags, data);
        }
    }
}
