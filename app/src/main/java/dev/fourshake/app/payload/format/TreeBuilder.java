package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadNode.Kind;
import dev.fourshake.model.wire.Bytes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Puts a tree together from its parts in their order, until a limit is reached. Whoever feeds it asks {@link #isFull()}
 * before each part; what comes after that is dropped. For one thread.
 */
final class TreeBuilder {

    /** The clock is looked at once in so many nodes. */
    private static final int CLOCK = 64;

    private static final class Group {
        private final Kind kind;
        private final String name;
        private final int offset;
        private final List<PayloadNode> children = new ArrayList<>();

        private Group(Kind kind, String name, int offset) {
            this.kind = kind;
            this.name = name;
            this.offset = offset;
        }
    }

    private final PayloadLimits limits;
    private final long deadline;
    private final Deque<Group> open = new ArrayDeque<>();
    private int nodes;
    private int characters;
    private boolean full;

    TreeBuilder(PayloadLimits limits) {
        this.limits = limits;
        deadline = System.nanoTime() + limits.time().toNanos();
        open.push(new Group(Kind.ARRAY, "", 0));
    }

    /** Whether something had to be left out. */
    boolean isFull() {
        return full;
    }

    /** How much time is left. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    /** What is needed of a value: the rest of a longer one would be left out with it. */
    Bytes head(Bytes value) {
        return value.slice(0, (int) Math.min(value.length(), 4L * (limits.characters() - Math.max(0, characters)) + 4));
    }

    /** How many groups are open. */
    int depth() {
        return open.size() - 1;
    }

    /** Begins a group. @param name in an array ignored: the entry is numbered */
    void open(Kind kind, String name, int offset) {
        if (depth() >= limits.depth()) {
            full = true;
        }
        if (take(name)) {
            open.push(new Group(kind, nameHere(name), offset));
        }
    }

    /** Ends the innermost group. @param end behind its last byte, -1 if unknown */
    void close(int end) {
        if (full || depth() == 0) {
            return;
        }
        Group group = open.pop();
        open.peek().children.add(node(group, end));
    }

    void leaf(Kind kind, String name, String value, int offset, int length) {
        if (take(name + value)) {
            open.peek().children.add(new PayloadNode(kind, nameHere(name), value, offset, length, List.of()));
        }
    }

    private String nameHere(String name) {
        return depth() > 0 && open.peek().kind == Kind.ARRAY ? Integer.toString(open.peek().children.size()) : name;
    }

    private boolean take(String text) {
        nodes++;
        characters += text.length();
        if (nodes > limits.nodes() || characters < 0 || characters > limits.characters()
                || nodes % CLOCK == 0 && System.nanoTime() - deadline > 0) {
            full = true;
        }
        return !full;
    }

    /**
     * What was built; groups that are still open end here. Several values one after the other, or none, are the entries
     * of one array.
     */
    PayloadNode finish(int end) {
        while (open.size() > 1) {
            Group group = open.pop();
            open.peek().children.add(node(group, end));
        }
        Group top = open.peek();
        for (int i = 0; i < top.children.size() && top.children.size() > 1; i++) {
            PayloadNode value = top.children.get(i);
            top.children.set(i, value.name().isEmpty() ? value.named(Integer.toString(i)) : value);
        }
        return top.children.size() == 1 ? top.children.getFirst() : node(top, end);
    }

    /** How many values stand at the top. */
    int values() {
        return open.peekLast().children.size();
    }

    /** Whether anything was read. */
    boolean isEmpty() {
        return nodes == 0;
    }

    /** Whether there is nothing in what was read. */
    boolean isBare() {
        return nodes <= 1 && open.stream().allMatch(group -> group.children.isEmpty()) && depth() > 0;
    }

    private static PayloadNode node(Group group, int end) {
        int length = group.offset < 0 || end < group.offset ? 0 : end - group.offset;
        int size = group.children.size();
        String value = switch (group.kind) {
            case OBJECT -> "{" + size + "}";
            case ARRAY -> "[" + size + "]";
            case ELEMENT, STRING, NUMBER, LITERAL, BINARY, ATTRIBUTE, CHARACTERS, COMMENT -> "";
        };
        return new PayloadNode(group.kind, group.name, value, length == 0 ? -1 : group.offset, length, group.children);
    }
}
