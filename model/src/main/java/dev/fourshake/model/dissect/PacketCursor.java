package dev.fourshake.model.dissect;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A place within the bytes of one packet that never goes beyond its end, and what was found to be wrong so far. */
abstract class PacketCursor {

    /** Nothing more can be read in this packet, or in this part of it; what is wrong has been noted. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private static final Broken BROKEN = new Broken();

        private Broken() {
            super(null, null, false, false);
        }
    }

    Bytes frame;
    Direction direction;
    ProtocolVersion version;
    PacketType type;
    int position;
    /** Where the packet, or the part of it that is being read, ends. It may lie behind the bytes that are there. */
    int limit;
    /** Where the bytes end that are there and may be read. */
    int available;
    /** What a field breaks that does not fit into its part of the packet. */
    Rule whenCut;
    /** What sentences call the field that is read, where that is not its name in the tree; null where it is. */
    private String called;
    /** Where the packet ends by its header; -1 as long as that is not read. */
    private int packetEnd;
    private boolean incomplete;
    private boolean malformed;
    private List<Defect> defects;

    /** Goes to the beginning of a frame, of which nothing is known yet. */
    void restart(Bytes frame, ProtocolVersion version, Direction direction) {
        this.frame = frame;
        this.version = version;
        this.direction = direction;
        type = PacketType.RESERVED;
        position = 0;
        limit = Integer.MAX_VALUE;
        available = frame.length();
        whenCut = Rule.TRUNCATED;
        called = null;
        packetEnd = -1;
        incomplete = false;
        malformed = false;
        defects = List.of();
    }

    /** Thrown by a decoder that cannot read on, after it has noted why. */
    static Broken broken() {
        return Broken.BROKEN;
    }

    // ------------------------------------------------------------------ what is read

    final PacketType type() {
        return type;
    }

    final ProtocolVersion version() {
        return version;
    }

    final boolean isMqtt5() {
        return version.isMqtt5();
    }

    final Direction direction() {
        return direction;
    }

    final int firstByte() {
        return frame.at(0);
    }

    final void begin(PacketType type, ProtocolVersion version) {
        this.type = type;
        this.version = version;
    }

    /** The fixed header is read: so many bytes follow. */
    final void beginBody(int remainingLength) {
        packetEnd = position + remainingLength;
        restore(packetEnd);
    }

    // ------------------------------------------------------------------ where

    final int position() {
        return position;
    }

    final boolean isAtEnd() {
        return position >= limit;
    }

    /** Whether these two bytes are there and are all that is left. */
    final boolean isRest(int first, int second) {
        return limit - position == 2 && available == limit && frame.at(position) == first
                && frame.at(position + 1) == second;
    }

    /** Lets the next {@code length} bytes be all that is read, until {@link #restore}; gives back the limit before. */
    final int limitTo(int length, String name) {
        int outer = limit;
        if (length > limit - position) {
            throw cut(whenCut, position, name);
        }
        limit = position + length;
        available = Math.min(available, limit);
        return outer;
    }

    final void restore(int outerLimit) {
        limit = outerLimit;
        available = Math.min(frame.length(), limit);
    }

    final void whenCut(Rule rule) {
        whenCut = rule;
    }

    /** What the fields that are read next are called in sentences, whatever their names in the tree; null: by these. */
    final void speakOf(String title) {
        called = title;
    }

    final String called(String name) {
        return called == null ? name : called;
    }

    final boolean isIncomplete() {
        return incomplete;
    }

    /** Whether a break of the format has been noted, so that what seems to be missing may just not have been read. */
    final boolean isMalformed() {
        return malformed;
    }

    // ------------------------------------------------------------------ taking bytes

    /** Takes the next bytes and says where they begin. */
    final int take(int count, Rule missing, String name) {
        return take(position, count, missing, name);
    }

    /** Takes the next bytes of a field that began at {@code fieldAt}: where they are not there, the field is not. */
    final int take(int fieldAt, int count, Rule missing, String name) {
        int from = position;
        if (count > limit - from) {
            position = fieldAt;
            throw cut(missing, fieldAt, name);
        }
        if (count > available - from) {
            position = fieldAt;
            incomplete = true;
            throw Broken.BROKEN;
        }
        position = from + count;
        return from;
    }

    /** Takes a two byte length and as many bytes, and says where those begin. */
    final int takePrefixed(String name, Rule missing) {
        int from = position;
        int length = frame.uint16(take(2, missing, name));
        return take(from, length, missing, name);
    }

    private Broken cut(Rule rule, int from, String name) {
        defect(rule, from, limit - from, type.name(), called(name), limit - from);
        return Broken.BROKEN;
    }

    // ------------------------------------------------------------------ defects

    final void defect(Rule rule, int offset, int length, Object... arguments) {
        defectOf(rule, rule.identifier(version), offset, length, arguments);
    }

    /** A defect whose identifier the table cannot know. */
    final void defectOf(Rule rule, String identifier, int offset, int length, Object... arguments) {
        if (defects.isEmpty()) {
            defects = new ArrayList<>(2);
        }
        malformed |= rule.verdict() == Defect.Verdict.MALFORMED;
        int end = Math.max(offset, Math.min(frame.length(), offset + length));
        defects.add(rule.defect(version, identifier, offset, end - offset, arguments));
    }

    /** Notes that bytes are missing, unless the format is broken anyhow. */
    final void judgeEnd() {
        if (!malformed && (incomplete || frame.length() < packetEnd)) {
            defect(Rule.MORE_BYTES_NEEDED, frame.length(), 0, Math.max(1, packetEnd - frame.length()));
        }
    }

    /** How many of the frame's bytes are the packet's. */
    final int packetLength() {
        return packetEnd < 0 ? frame.length() : Math.min(frame.length(), packetEnd);
    }

    /** The defects, the gravest first: see {@link Decoded#defects}. */
    final List<Defect> orderedDefects() {
        if (defects.size() > 1) {
            defects.sort(Comparator.comparing((Defect defect) -> switch (defect.verdict()) {
                case MALFORMED -> 0;
                case INCOMPLETE -> 1;
                case PROTOCOL_ERROR -> 2;
            }).thenComparingInt(Defect::offset));
        }
        return defects;
    }
}
