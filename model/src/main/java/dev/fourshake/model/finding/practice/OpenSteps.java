package dev.fourshake.model.finding.practice;

import dev.fourshake.model.session.LinkState;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Exchanges that stand at a step now, with what is to be known of it: a small hash table in columns, without an object
 * an exchange. As exchanges come and go, it is as large as the most that were open at a time. Writer's thread only.
 */
final class OpenSteps {

    static final int NONE = -1;

    private static final int SMALL = 64;

    private int[] exchanges = free(SMALL);
    private long[] since = new long[SMALL];
    private int[] rows = new int[SMALL];
    private int[] steps = new int[SMALL];
    private LinkState[] links = new LinkState[SMALL];
    private boolean[] told = new boolean[SMALL];
    private int size;

    private static int[] free(int length) {
        int[] free = new int[length];
        Arrays.fill(free, NONE);
        return free;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Its place, valid until the next {@link #put} or removal; {@link #NONE} where it is not in here. */
    int find(int exchange) {
        int place = home(exchange);
        while (exchanges[place] != NONE) {
            if (exchanges[place] == exchange) {
                return place;
            }
            place = place + 1 & exchanges.length - 1;
        }
        return NONE;
    }

    /** It has come to a step. */
    void put(int exchange, int step, long nowNanos, int row, LinkState link) {
        int place = find(exchange);
        if (place == NONE) {
            if (size * 2 >= exchanges.length) {
                grow();
            }
            place = home(exchange);
            while (exchanges[place] != NONE) {
                place = place + 1 & exchanges.length - 1;
            }
            size++;
        }
        set(place, exchange, step, nowNanos, row, link, false);
    }

    private void set(int place, int exchange, int step, long nowNanos, int row, LinkState link, boolean isTold) {
        exchanges[place] = exchange;
        steps[place] = step;
        since[place] = nowNanos;
        rows[place] = row;
        links[place] = link;
        told[place] = isTold;
    }

    int exchange(int place) {
        return exchanges[place];
    }

    int step(int place) {
        return steps[place];
    }

    long since(int place) {
        return since[place];
    }

    /** Its time begins anew. */
    void since(int place, long nowNanos) {
        since[place] = nowNanos;
    }

    /** Row at which it came to the step. */
    int row(int place) {
        return rows[place];
    }

    LinkState link(int place) {
        return links[place];
    }

    boolean isTold(int place) {
        return told[place];
    }

    void tell(int place) {
        told[place] = true;
    }

    void remove(int exchange) {
        int hole = find(exchange);
        if (hole == NONE) {
            return;
        }
        size--;
        int mask = exchanges.length - 1;
        for (int place = hole + 1 & mask; exchanges[place] != NONE; place = place + 1 & mask) {
            // what comes behind may stay only if it is not parted from its home by the hole
            int fromHome = place - home(exchanges[place]) & mask;
            if (fromHome >= (place - hole & mask)) {
                set(hole, exchanges[place], steps[place], since[place], rows[place], links[place], told[place]);
                hole = place;
            }
        }
        exchanges[hole] = NONE;
        links[hole] = null;
    }

    /** Looks at each place; where {@code judge} says so, the exchange is removed afterwards. */
    void removeIf(IntPredicate judge) {
        if (size > 0) {
            int[] gone = new int[size];
            int count = 0;
            for (int place = 0; place < exchanges.length; place++) {
                if (exchanges[place] != NONE && judge.test(place)) {
                    gone[count++] = exchanges[place];
                }
            }
            for (int i = 0; i < count; i++) {
                remove(gone[i]);
            }
        }
    }

    private int home(int exchange) {
        return (exchange * 0x9E3779B1 >>> 8) & exchanges.length - 1;
    }

    private void grow() {
        OpenSteps before = copy();
        int length = exchanges.length * 2;
        exchanges = free(length);
        since = new long[length];
        rows = new int[length];
        steps = new int[length];
        links = new LinkState[length];
        told = new boolean[length];
        size = 0;
        for (int place = 0; place < before.exchanges.length; place++) {
            if (before.exchanges[place] != NONE) {
                put(before.exchanges[place], before.steps[place], before.since[place], before.rows[place],
                        before.links[place]);
                told[find(before.exchanges[place])] = before.told[place];
            }
        }
    }

    private OpenSteps copy() {
        OpenSteps copy = new OpenSteps();
        copy.exchanges = exchanges;
        copy.since = since;
        copy.rows = rows;
        copy.steps = steps;
        copy.links = links;
        copy.told = told;
        return copy;
    }
}
