package dev.fourshake.model.session;

import dev.fourshake.model.wire.Direction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Exchanges that live and die with one connection: they have no Packet Identifier by which they could be found.
 * Writer's thread only.
 */
public final class LinkRequests {

    /** No exchange. */
    public static final int NONE = -1;

    private final Deque<Integer> pings = new ArrayDeque<>(2);
    private final List<Integer> open = new ArrayList<>(2);
    private int lastOfClient = NONE;
    private int lastOfServer = NONE;
    private int connect = NONE;

    /** It ends with the connection at the latest. */
    public void opened(int exchange) {
        open.add(exchange);
    }

    /** It has ended. */
    public void closed(Integer exchange) {
        open.remove(exchange);
    }

    /** All that have not ended; they are not kept any longer. */
    public List<Integer> takeOpen() {
        List<Integer> taken = List.copyOf(open);
        open.clear();
        return taken;
    }

    /** The last CONNECT. */
    public int connect() {
        return connect;
    }

    public void connect(int exchange) {
        connect = exchange;
    }

    /** PINGREQs that wait for their PINGRESP, the oldest first. */
    public Deque<Integer> pings() {
        return pings;
    }

    /** The exchange of the last packet in a direction: where a copy made by the tap belongs. */
    public int last(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? lastOfClient : lastOfServer;
    }

    public void last(Direction direction, int exchange) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            lastOfClient = exchange;
        } else {
            lastOfServer = exchange;
        }
    }
}
