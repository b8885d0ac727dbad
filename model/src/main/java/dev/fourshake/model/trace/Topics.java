package dev.fourshake.model.trace;

import java.util.Arrays;
import java.util.List;

/**
 * Each topic once, with a number; 0 is no topic. One thread adds. A table of its own, because topics that differ in a
 * few digits are many to one hash code, and most packets have to be looked up.
 */
final class Topics {

    private static final int FREE = -1;

    private final AppendList<String> names = new AppendList<>();
    private int[] numbers = free(1024);

    Topics() {
        number("");
    }

    private static int[] free(int size) {
        int[] table = new int[size];
        Arrays.fill(table, FREE);
        return table;
    }

    int number(String topic) {
        int at = place(topic);
        if (numbers[at] != FREE) {
            return numbers[at];
        }
        int number = names.size();
        names.add(topic);
        numbers[at] = number;
        if (number * 2 > numbers.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        numbers = free(numbers.length * 2);
        for (int number = 0; number < names.size(); number++) {
            numbers[place(names.get(number))] = number;
        }
    }

    /** Where the topic stands in the table, or the free place where it belongs. */
    private int place(String topic) {
        int at = hash(topic) & numbers.length - 1;
        while (numbers[at] != FREE && !names.get(numbers[at]).equals(topic)) {
            at = at + 1 & numbers.length - 1;
        }
        return at;
    }

    /** FNV-1a with a last stir, so that all bits of all characters count. */
    private static int hash(String topic) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < topic.length(); i++) {
            hash = (hash ^ topic.charAt(i)) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }

    String name(int number) {
        return names.get(number);
    }

    /** The names of all topics, by their numbers. */
    List<String> view() {
        return names.view();
    }
}
