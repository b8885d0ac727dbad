package dev.fourshake.model.finding.practice;

import dev.fourshake.model.session.LinkState;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Exchanges that stand at a step now, with what is to be known of it: a small hash table in columns, without an object
 * an exchange. As exchanges come and go, it is as large as the most that were open at a time. Those of a link hang
 * together, so that its end costs no look at those of all others. Writer's thread only.
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
    /** By place: the places before and behind it among those of its link. */
    private int[] before = new int[SMALL];
    private int[] behind = new int[SMALL];
    /** By the number of a link: the place of one end of its chain, {@link #NONE} where it has none. */
    private int[] lastOfLink = free(SMALL);
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
            hang(place, link);
        } else if (links[place] != link) {
            unhang(place);
            hang(place, link);
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

    /** The place is the end of the link's chain from now on. */
    private void hang(int place, LinkState link) {
        int number = link.number();
        if (number >= lastOfLink.length) {
            int length = lastOfLink.length;
            lastOfLink = Arrays.copyOf(lastOfLink, Math.max(number + 1, length * 2));
            Arrays.fill(lastOfLink, length, lastOfLink.length, NONE);
        }
        join(lastOfLink[number], place);
        behind[place] = NONE;
        lastOfLink[number] = place;
    }

    private void unhang(int place) {
        join(before[place], behind[place]);
        if (behind[place] == NONE) {
            lastOfLink[links[place].number()] = before[place];
        }
    }

    /** The second is the one behind the first; each may be {@link #NONE}. */
    private void join(int first, int second) {
        if (first != NONE) {
            behind[first] = second;
        }
        if (second != NONE) {
            before[second] = first;
        }
    }

    /** What stands at a place goes to one that is free. */
    private void move(int place, int to) {
        set(to, exchanges[place], steps[place], since[place], rows[place], links[place], told[place]);
        behind[to] = NONE;
        join(before[place], to);
        if (behind[place] == NONE) {
            lastOfLink[links[place].number()] = to;
        } else {
            join(to, behind[place]);
        }
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
        unhang(hole);
        int mask = exchanges.length - 1;
        for (int place = hole + 1 & mask; exchanges[place] != NONE; place = place + 1 & mask) {
            // what comes behind may stay only if it is not parted from its home by the hole
            int fromHome = place - home(exchanges[place]) & mask;
            if (fromHome >= (place - hole & mask)) {
                move(place, hole);
                hole = place;
            }
        }
        exchanges[hole] = NONE;
        links[hole] = null;
    }

    /** Removes all that have come to their step on a link. */
    void removeAll(LinkState link) {
        for (int place = last(link); place != NONE; place = last(link)) {
            remove(exchanges[place]);
        }
    }

    /** The time of all that have come to their step on a link begins anew. */
    void restartAll(LinkState link, long nowNanos) {
        for (int place = last(link); place != NONE; place = before[place]) {
            since[place] = nowNanos;
        }
    }

    private int last(LinkState link) {
        return link.number() < lastOfLink.length ? lastOfLink[link.number()] : NONE;
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
        OpenSteps old = copy();
        int length = exchanges.length * 2;
        exchanges = free(length);
        since = new long[length];
        rows = new int[length];
        steps = new int[length];
        links = new LinkState[length];
        told = new boolean[length];
        before = new int[length];
        behind = new int[length];
        Arrays.fill(lastOfLink, NONE);
        size = 0;
        for (int place = 0; place < old.exchanges.length; place++) {
            if (old.exchanges[place] != NONE) {
                put(old.exchanges[place], old.steps[place], old.since[place], old.rows[place], old.links[place]);
                told[find(old.exchanges[place])] = old.told[place];
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
