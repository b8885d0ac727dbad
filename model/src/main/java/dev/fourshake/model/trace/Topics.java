package dev.fourshake.model.trace;

import java.util.Arrays;
import java.util.List;

/**
 * Each topic once, with a number; 0 is no topic. One thread adds. A table of its own, because most packets have to be
 * looked up.
 */
final class Topics {

    private static final int FREE = -1;

    private final AppendList<String> names = new AppendList<>();
    /** A topic's hash above its number: where the hashes differ the names need not be looked at. */
    private long[] table = free(1024);

    /** By the numbers that {@link DecodedAhead} gives: the topic's own, 0 where it has not been asked for. */
    private int[] byAhead = new int[16];

    Topics() {
        number("");
    }

    private static long[] free(int size) {
        long[] table = new long[size];
        Arrays.fill(table, FREE);
        return table;
    }

    int number(String topic) {
        int hash = hash(topic);
        int at = place(topic, hash);
        if (table[at] != FREE) {
            return (int) table[at];
        }
        int number = names.size();
        names.add(topic);
        table[at] = (long) hash << Integer.SIZE | number;
        if (number * 2 > table.length) {
            grow();
        }
        return number;
    }

    /** @param ahead the number that {@link DecodedAhead} has given the topic, by which it is found without its name */
    int number(String topic, int ahead) {
        if (ahead >= byAhead.length) {
            byAhead = Arrays.copyOf(byAhead, Math.max(ahead + 1, byAhead.length * 2));
        }
        if (byAhead[ahead] == 0) {
            byAhead[ahead] = number(topic);
        }
        return byAhead[ahead];
    }

    private void grow() {
        long[] before = table;
        table = free(before.length * 2);
        for (long entry : before) {
            if (entry != FREE) {
                table[freePlace(hash(entry))] = entry;
            }
        }
    }

    /** The free place where a topic of this hash belongs that is not in the table. */
    private int freePlace(int hash) {
        int at = hash & table.length - 1;
        while (table[at] != FREE) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private static int hash(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    /** Where the topic stands in the table, or the free place where it belongs. */
    private int place(String topic, int hash) {
        int at = hash & table.length - 1;
        while (table[at] != FREE && !(hash(table[at]) == hash && names.get((int) table[at]).equals(topic))) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    /** The text's own hash code, stirred: it differs in the upper bits where topics differ in a few digits. */
    private static int hash(String topic) {
        int hash = topic.hashCode() * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    int count() {
        return names.size();
    }

    String name(int number) {
        return names.get(number);
    }

    /** The names of all topics, by their numbers. */
    List<String> view() {
        return names.view();
    }
}
