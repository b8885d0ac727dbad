package dev.fourshake.app.tcp;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** Finds the connection of a segment, by addresses and ports, without making an object for it. */
final class ConnectionTable {

    private TcpConnection[] places = new TcpConnection[1024];
    private int size;

    TcpConnection find(TcpSegment segment) {
        TcpConnection found = places[place(segment)];
        while (found != null && found.sender(segment) == null) {
            found = found.chained;
        }
        return found;
    }

    void add(TcpConnection connection) {
        int place = place(connection);
        connection.chained = places[place];
        places[place] = connection;
        size++;
    }

    void remove(TcpConnection connection) {
        removeIf(place(connection), other -> other == connection);
    }

    /** Makes room for more, after what is not needed any more was taken out. */
    boolean isFull() {
        return size >= places.length;
    }

    void makeRoom(Predicate<TcpConnection> dispensable) {
        for (int i = 0; i < places.length; i++) {
            removeIf(i, dispensable);
        }
        if (size > places.length / 2) {
            TcpConnection[] before = places;
            places = new TcpConnection[before.length * 2];
            size = 0;
            for (TcpConnection first : before) {
                for (TcpConnection one = first; one != null;) {
                    TcpConnection rest = one.chained;
                    add(one);
                    one = rest;
                }
            }
        }
    }

    void forEach(Consumer<TcpConnection> action) {
        for (TcpConnection first : places) {
            for (TcpConnection one = first; one != null; one = one.chained) {
                action.accept(one);
            }
        }
    }

    private void removeIf(int place, Predicate<TcpConnection> condition) {
        TcpConnection before = null;
        for (TcpConnection one = places[place]; one != null; one = one.chained) {
            if (!condition.test(one)) {
                before = one;
            } else {
                size--;
                if (before == null) {
                    places[place] = one.chained;
                } else {
                    before.chained = one.chained;
                }
            }
        }
    }

    private int place(TcpSegment of) {
        return place(end(of.sourceHigh, of.sourceLow, of.sourcePort) + end(of.targetHigh, of.targetLow, of.targetPort));
    }

    private int place(TcpConnection of) {
        return place(end(of.firstHigh, of.firstLow, of.firstPort) + end(of.secondHigh, of.secondLow, of.secondPort));
    }

    /** The same whichever end has sent. */
    private int place(long ends) {
        return (int) (ends * 0x9E37_79B9_7F4A_7C15L >>> 40) & places.length - 1;
    }

    private static long end(long high, long low, int port) {
        long mixed = (high * 31 + low) * 0xBF58_476D_1CE4_E5B9L + port;
        return (mixed ^ mixed >>> 29) * 0x94D0_49BB_1331_11EBL;
    }
}
