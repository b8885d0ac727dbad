package dev.fourshake.model.dissect;

import dev.fourshake.model.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * One field of a packet: a node of the tree that the Packet view shows beside the bytes.
 *
 * @param name     the specification's name of the field, e.g. {@code Packet Identifier}
 * @param offset   where its bytes begin in the packet
 * @param length   how many bytes it has; a flag has those of the byte it stands in
 * @param bitMask  which bits of its (single) byte it is, or 0xFF for whole bytes
 * @param value    readable value; empty for a mere group
 * @param meaning  what the value means in words, where it is more than the value
 * @param children parts of this field, in the order of the wire
 */
public record Field(String name, int offset, int length, int bitMask, String value, Optional<Message> meaning,
                    List<Field> children) {

    public Field {
        children = List.copyOf(children);
    }

    /** Whether the byte at {@code index} of the packet belongs to this field. */
    public boolean covers(int index) {
        return index >= offset && index < offset + length;
    }
}
