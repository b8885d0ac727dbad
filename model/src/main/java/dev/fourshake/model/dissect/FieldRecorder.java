package dev.fourshake.model.dissect;

import dev.fourshake.model.text.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Writes down the fields that a {@link PacketReader} reads, as a tree. */
final class FieldRecorder {

    static final int WHOLE_BYTES = 0xFF;

    private final Draft root = new Draft("", 0);
    private final Deque<Draft> open = new ArrayDeque<>(List.of(root));
    /** The field that was told last: what {@link #explain} speaks of. */
    private Draft last = root;

    /** Begins a field that is made of others. */
    void open(String name, int offset) {
        Draft draft = new Draft(name, offset);
        open.getFirst().children.add(draft);
        open.push(draft);
    }

    /** Ends the field that was begun last; one without bytes is left out. */
    void close(int end, String value) {
        last = open.pop();
        last.end = end;
        last.value = value;
        if (last.end == last.offset) {
            open.getFirst().children.removeLast();
        }
    }

    /** Gives the open field its name, where it is known only now. */
    void rename(String name) {
        open.getFirst().name = name;
    }

    void leaf(String name, int offset, int length, int bitMask, String value) {
        last = new Draft(name, offset);
        last.end = offset + length;
        last.bitMask = bitMask;
        last.value = value;
        open.getFirst().children.add(last);
    }

    void explain(Message meaning) {
        last.meaning = Optional.of(meaning);
    }

    int depth() {
        return open.size();
    }

    /** Ends all fields that were begun since the depth was this. */
    void closeTo(int depth, int end) {
        while (open.size() > depth) {
            close(end, "");
        }
    }

    List<Field> fields() {
        return root.children.stream().map(Draft::field).toList();
    }

    private static final class Draft {
        private String name;
        private final int offset;
        private int end;
        private int bitMask = WHOLE_BYTES;
        private String value = "";
        private Optional<Message> meaning = Optional.empty();
        private final List<Draft> children = new ArrayList<>();

        private Draft(String name, int offset) {
            this.name = name;
            this.offset = offset;
        }

        private Field field() {
            return new Field(name, offset, end - offset, bitMask, value, meaning,
                    children.stream().map(Draft::field).toList());
        }
    }
}
