package dev.fourshake.app.tcp;

import dev.fourshake.app.pcap.CapturedPacket;
import dev.fourshake.app.pcap.LinkLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts the packets of a capture into its TCP connections. Not for several threads. */
public final class TcpConnections {

    /** Wants to know of each connection. */
    @FunctionalInterface
    public interface Opener {

        /**
         * A connection is seen for the first time.
         *
         * @param begun its SYN was seen: {@code first} has sent it. Otherwise it may be the other way round.
         * @return is told of the connection from now on
         */
        TcpConsumer opened(Endpoint first, Endpoint second, boolean begun, long timeNanos);
    }

    /**
     * So long after their last packet connections that are over, or were never answered, are known at least, so that
     * their stragglers are.
     */
    private static final long REMEMBERED_NANOS = 120_000_000_000L;

    private final Opener opener;
    private final ConnectionTable table = new ConnectionTable();
    private final TcpSegment segment = new TcpSegment();
    private final IpFragment fragment = new IpFragment();
    private final Fragments fragments = new Fragments();
    private final WaitingBytes waiting = new WaitingBytes();
    private final Map<Integer, Long> unknownLinks = new TreeMap<>();
    private long tcp;
    private long otherIp;
    private long noIp;
    private long broken;
    private long contradicted;
    private long lastNanos;

    public TcpConnections(Opener opener) {
        this.opener = opener;
    }

    public void packet(CapturedPacket packet) {
        int end = packet.offset() + packet.length();
        int ip = LinkLayer.ip(packet.linkType(), packet.array(), packet.offset(), end);
        lastNanos = packet.timeNanos();
        if (ip == LinkLayer.UNKNOWN) {
            unknownLinks.merge(packet.linkType(), 1L, Long::sum);
        } else if (ip == LinkLayer.NO_IP) {
            noIp++;
        } else if (ip == LinkLayer.CUT_OFF) {
            broken++;
        } else {
            switch (segment.read(packet.array(), ip, end)) {
                case TCP -> segment(packet.timeNanos());
                case OTHER -> otherIp++;
                case FRAGMENT -> fragment(packet, ip, end);
                case BROKEN -> broken++;
            }
        }
    }

    private void fragment(CapturedPacket packet, int ip, int end) {
        byte[] whole = fragments.add(fragment.read(packet.array(), ip, end), packet.timeNanos());
        if (whole != null) {
            switch (segment.read(whole, 0, whole.length)) {
                case TCP -> segment(packet.timeNanos());
                case OTHER -> otherIp++;
                case FRAGMENT, BROKEN -> broken++;
            }
        }
    }

    private void segment(long timeNanos) {
        tcp++;
        TcpConnection connection = table.find(segment);
        if (connection != null) {
            Peer from = connection.sender(segment);
            if (!connection.isFollowedBy(segment, from)) {
                connection.segment(segment, from, timeNanos);
                return;
            }
            connection.replaced(timeNanos);
            forget(connection);
        }
        if (!segment.has(TcpSegment.RST)) {
            open(timeNanos);
        }
    }

    private void open(long timeNanos) {
        boolean syn = segment.has(TcpSegment.SYN);
        boolean toSecond = !(syn && segment.has(TcpSegment.ACK));
        Endpoint source = new Endpoint(segment.sourceHigh, segment.sourceLow, segment.sourcePort);
        Endpoint target = new Endpoint(segment.targetHigh, segment.targetLow, segment.targetPort);
        TcpConsumer consumer = opener.opened(toSecond ? source : target, toSecond ? target : source, syn, timeNanos);
        TcpConnection connection = new TcpConnection(segment, toSecond, syn, consumer, waiting);
        if (table.isFull()) {
            table.makeRoom(old -> isForgotten(old, timeNanos));
        }
        table.add(connection);
        connection.segment(segment, toSecond ? Peer.FIRST : Peer.SECOND, timeNanos);
    }

    private boolean isForgotten(TcpConnection old, long timeNanos) {
        boolean forgotten = (old.isOver() || old.isUnanswered()) && timeNanos - old.lastNanos() > REMEMBERED_NANOS;
        contradicted += forgotten && old.isContradicted() ? 1 : 0;
        return forgotten;
    }

    private void forget(TcpConnection connection) {
        contradicted += connection.isContradicted() ? 1 : 0;
        table.remove(connection);
    }

    /** The capture has ended: tells the connections that have not, in the order of their last packets. */
    public void end() {
        List<TcpConnection> open = new ArrayList<>();
        table.forEach(connection -> {
            contradicted += connection.isContradicted() ? 1 : 0;
            if (!connection.isOver()) {
                open.add(connection);
            }
        });
        open.sort(Comparator.comparingLong(TcpConnection::lastNanos));
        open.forEach(connection -> connection.left(lastNanos));
    }

    /** What became of the packets so far; complete after {@link #end}. */
    public PacketCounts counts() {
        return new PacketCounts(tcp, otherIp, noIp, fragments.leftOut(), broken, unknownLinks, contradicted);
    }
}
