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
    private int[] numbers = free(1024);
    /** Of the topics at the same places: what differs in them need not be looked at. */
    private int[] hashes = new int[1024];

    Topics() {
        number("");
    }

    private static int[] free(int size) {
        int[] table = new int[size];
        Arrays.fill(table, FREE);
        return table;
    }

    int number(String topic) {
        int hash = hash(topic);
        int at = place(topic, hash);
        if (numbers[at] != FREE) {
            return numbers[at];
        }
        int number = names.size();
        names.add(topic);
        numbers[at] = number;
        hashes[at] = hash;
        if (number * 2 > numbers.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        int[] before = numbers;
        int[] hashesBefore = hashes;
        numbers = free(before.length * 2);
        hashes = new int[numbers.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != FREE) {
                int at = freePlace(hashesBefore[i]);
                numbers[at] = before[i];
                hashes[at] = hashesBefore[i];
            }
        }
    }

    /** The free place where a topic of this hash belongs that is not in the table. */
    private int freePlace(int hash) {
        int at = hash & numbers.length - 1;
        while (numbers[at] != FREE) {
            at = at + 1 & numbers.length - 1;
        }
        return at;
    }

    /** Where the topic stands in the table, or the free place where it belongs. */
    private int place(String topic, int hash) {
        int at = hash & numbers.length - 1;
        while (numbers[at] != FREE && !(hashes[at] == hash && names.get(numbers[at]).equals(topic))) {
            at = at + 1 & numbers.length - 1;
        }
        return at;
    }

    /** The text's own hash code, stirred: it differs in the upper bits where topics differ in a few digits. */
    private static int hash(String topic) {
        int hash = topic.hashCode() * 0x9E3779B1;
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
