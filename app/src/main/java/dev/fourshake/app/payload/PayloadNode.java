package dev.fourshake.app.payload;

import java.util.List;
import java.util.Optional;

/**
 * One value of a payload, with those in it.
 *
 * @param name     its key or number in the value around it; empty at the top
 * @param value    as it was written; of a group what it is, such as the number of its entries
 * @param offset   of its first byte in the payload, -1 if that is not known
 * @param length   in bytes
 */
public record PayloadNode(Kind kind, String name, String value, int offset, int length, List<PayloadNode> children) {

    /** What a value is, which decides how it is written as text. */
    public enum Kind {
        OBJECT, ARRAY, STRING, NUMBER, LITERAL, BINARY, ELEMENT, ATTRIBUTE, CHARACTERS, COMMENT;

        public boolean isGroup() {
            return this == OBJECT || this == ARRAY || this == ELEMENT;
        }
    }

    public PayloadNode {
        children = List.copyOf(children);
    }

    public static PayloadNode leaf(Kind kind, String name, String value) {
        return new PayloadNode(kind, name, value, -1, 0, List.of());
    }

    public boolean hasBytes() {
        return offset >= 0;
    }

    /** The first child with this name. */
    public Optional<PayloadNode> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    public PayloadNode named(String newName) {
        return new PayloadNode(kind, newName, value, offset, length, children);
    }

    public PayloadNode with(String newValue) {
        return new PayloadNode(kind, name, newValue, offset, length, children);
    }

    public PayloadNode with(List<PayloadNode> newChildren) {
        return new PayloadNode(kind, name, value, offset, length, newChildren);
    }

    /** The same without places, for what stands in something unpacked. */
    PayloadNode withoutBytes() {
        return new PayloadNode(kind, name, value, -1, 0, children.stream().map(PayloadNode::withoutBytes).toList());
    }

    /** How many nodes it is, itself included. */
    public int count() {
        return 1 + children.stream().mapToInt(PayloadNode::count).sum();
    }
}
