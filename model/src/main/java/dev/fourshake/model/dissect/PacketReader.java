package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of one packet in their order, never beyond its end, notes what is wrong with them, and tells a
 * recorder of each if there is one. Every packet type is decoded with it, with or without a field tree.
 */
final class PacketReader {

    /** Nothing more can be read in this packet, or in this part of it; what is wrong has been noted. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private static final Broken BROKEN = new Broken();

        private Broken() {
            super(null, null, false, false);
        }
    }

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Bytes frame;
    private final Direction direction;
    private final FieldRecorder fields;
    private ProtocolVersion version;
    private PacketType type = PacketType.RESERVED;
    /** Where the packet, or the part of it that is being read, ends. It may lie behind the bytes that are there. */
    private int limit = Integer.MAX_VALUE;
    /** Where the bytes end that are there and may be read. */
    private int available;
    /** Where the packet ends by its header; -1 as long as that is not read. */
    private int packetEnd = -1;
    private int position;
    /** What a field breaks that does not fit into its part of the packet. */
    private Rule whenCut = Rule.TRUNCATED;
    private boolean incomplete;
    private boolean malformed;
    private boolean textIsWellFormed;
    private List<Defect> defects = List.of();

    /** Thrown by a decoder that cannot read on, after it has noted why. */
    static Broken broken() {
        return Broken.BROKEN;
    }

    PacketReader(Bytes frame, ProtocolVersion version, Direction direction, FieldRecorder fields) {
        this.frame = frame;
        this.version = version;
        this.direction = direction;
        this.fields = fields;
        available = frame.length();
    }

    // ------------------------------------------------------------------ what is read

    PacketType type() {
        return type;
    }

    ProtocolVersion version() {
        return version;
    }

    boolean isMqtt5() {
        return version.isMqtt5();
    }

    Direction direction() {
        return direction;
    }

    int firstByte() {
        return frame.at(0);
    }

    void begin(PacketType type, ProtocolVersion version) {
        this.type = type;
        this.version = version;
    }

    /** The fixed header is read: so many bytes follow. */
    void beginBody(int remainingLength) {
        packetEnd = position + remainingLength;
        restore(packetEnd);
    }

    // ------------------------------------------------------------------ where

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position >= limit;
    }

    /** Whether these two bytes are there and are all that is left. */
    boolean isRest(int first, int second) {
        return limit - position == 2 && available == limit && frame.at(position) == first
                && frame.at(position + 1) == second;
    }

    /** Lets the next {@code length} bytes be all that is read, until {@link #restore}; gives back the limit before. */
    int limitTo(int length, String name) {
        int outer = limit;
        if (length > limit - position) {
            throw cut(whenCut, position, name);
        }
        limit = position + length;
        available = Math.min(available, limit);
        return outer;
    }

    void restore(int outerLimit) {
        limit = outerLimit;
        available = Math.min(frame.length(), limit);
    }

    void whenCut(Rule rule) {
        whenCut = rule;
    }

    boolean isIncomplete() {
        return incomplete;
    }

    /** Whether a break of the format has been noted, so that what seems to be missing may just not have been read. */
    boolean isMalformed() {
        return malformed;
    }

    // ------------------------------------------------------------------ fields

    int uint8(String name) {
        int value = frame.at(take(1, whenCut, name));
        leaf(name, 1, value);
        return value;
    }

    int uint16(String name) {
        int value = frame.uint16(take(2, whenCut, name));
        leaf(name, 2, value);
        return value;
    }

    long uint32(String name) {
        long value = frame.uint32(take(4, whenCut, name));
        leaf(name, 4, value);
        return value;
    }

    /** A Variable Byte Integer (MQTT 5.0 section 1.5.5), before MQTT 5 the Remaining Length only (2.2.3). */
    int variableByteInteger(String name) {
        int from = position;
        int value = 0;
        for (int count = 1; count <= 4; count++) {
            int digit = frame.at(take(1, whenCut, name));
            value |= (digit & 0x7F) << 7 * (count - 1);
            if (digit < 0x80) {
                if (count > 1 && digit == 0 && isMqtt5()) {
                    defect(Rule.VARIABLE_BYTE_INTEGER_NOT_MINIMAL, from, count, name, value);
                }
                leaf(name, count, value);
                return value;
            }
        }
        defect(Rule.VARIABLE_BYTE_INTEGER_TOO_LONG, from, 4, name);
        position = from;
        throw Broken.BROKEN;
    }

    /** A UTF-8 Encoded String (MQTT 5.0 section 1.5.4). */
    String string(String name, Rule missing) {
        return string(name, missing, Rule.NOT_UTF_8, Rule.NULL_CHARACTER);
    }

    String string(String name, Rule missing, Rule notUtf8, Rule nullCharacter) {
        int from = takePrefixed(name, missing);
        textIsWellFormed = true;
        if (!Utf8.isPlainAscii(frame, from, position)) {
            judgeText(name, from, notUtf8, nullCharacter);
        }
        String value = frame.utf8(from, position - from);
        if (fields != null) {
            prefixed(name, from, "UTF-8 Character Data", value);
        }
        return value;
    }

    /** Whether the string that was read last is UTF-8: else there is no telling where its characters stand. */
    boolean isTextWellFormed() {
        return textIsWellFormed;
    }

    /** Binary Data (MQTT 5.0 section 1.5.6). */
    Bytes binary(String name, Rule missing) {
        int from = takePrefixed(name, missing);
        Bytes value = frame.slice(from, position - from);
        if (fields != null) {
            prefixed(name, from, "Data", Preview.of(value));
            explain(Preview.kind(value), value.length());
        }
        return value;
    }

    /** All that is left. */
    Bytes rest(String name) {
        int from = take(limit - position, whenCut, name);
        Bytes value = frame.slice(from, position - from);
        if (fields != null && !value.isEmpty()) {
            fields.leaf(name, from, value.length(), FieldRecorder.WHOLE_BYTES, Preview.of(value));
            explain(Preview.kind(value), value.length());
        }
        return value;
    }

    int packetId(Rule whenZero) {
        int value = uint16("Packet Identifier");
        if (value == 0) {
            defect(whenZero, position - 2, 2, type.name());
        }
        return value;
    }

    int reasonCode(String name, Rule notAllowed) {
        int value = frame.at(take(1, whenCut, name));
        if (!ReasonCodes.isAllowed(type, version, direction, value)) {
            defect(notAllowed, position - 1, 1, type.name(), hex(value));
        }
        if (fields != null) {
            String shown = ReasonCodes.name(type, version, value).map(title -> hex(value) + " " + title).orElse(hex(value));
            fields.leaf(name, position - 1, 1, FieldRecorder.WHOLE_BYTES, shown);
            ReasonCodes.meaning(type, version, value).ifPresent(fields::explain);
        }
        return value;
    }

    /** A byte of flags: a field whose parts {@link #bits} tells, until {@link #closeFlags}. */
    int openFlags(String name) {
        int at = take(1, whenCut, name);
        if (fields != null) {
            fields.open(name, at);
        }
        return frame.at(at);
    }

    /** Some bits of the byte that was read last. */
    int bits(String name, int mask) {
        int value = (frame.at(position - 1) & mask) >> Integer.numberOfTrailingZeros(mask);
        if (fields != null) {
            fields.leaf(name, position - 1, 1, mask, Integer.toString(value));
        }
        return value;
    }

    void closeFlags() {
        if (fields != null) {
            fields.close(position, hex(frame.at(position - 1)));
        }
    }

    /** Judges that the bytes from {@code from} to the position are UTF-8 text, as a Payload Format Indicator says. */
    void judgePayloadFormat(int from, Rule notUtf8) {
        int bad = Utf8.illFormedAt(frame, from, position);
        if (bad >= 0) {
            defect(notUtf8, bad, Utf8.illFormedLength(frame, bad, position), bad - from);
        }
    }

    // ------------------------------------------------------------------ the field tree

    /** Whether somebody wants the field tree: values and meanings need not be made otherwise. */
    boolean isRecording() {
        return fields != null;
    }

    void open(String name) {
        if (fields != null) {
            fields.open(name, position);
        }
    }

    void rename(String name) {
        if (fields != null) {
            fields.rename(name);
        }
    }

    void close() {
        close("");
    }

    void close(String value) {
        if (fields != null) {
            fields.close(position, value);
        }
    }

    int depth() {
        return fields == null ? 0 : fields.depth();
    }

    /** What the field that was told last means. */
    void explain(String key, Object... arguments) {
        if (fields != null) {
            fields.explain(Message.of(PacketReader.class, key, arguments));
        }
    }

    /** Tells the bytes up to the end of this part as a field of their own: they could not be read. */
    void unread(int depth) {
        int end = Math.max(position, available);
        if (fields != null) {
            fields.closeTo(depth, position);
            if (end > position) {
                fields.leaf("Unread Bytes", position, end - position, FieldRecorder.WHOLE_BYTES,
                        Preview.hex(frame.slice(position, end - position)));
            }
        }
        position = end;
    }

    // ------------------------------------------------------------------ the end

    /** Judges that nothing is left. */
    void end(Rule surplus) {
        if (position < limit) {
            defect(surplus, position, limit - position, type.name(), limit - position);
            unread(depth());
        }
    }

    /** The result, of which {@code packet} is a part only if its format is whole; null where it could not be made. */
    Decoded result(Packet packet) {
        if (!malformed && (incomplete || frame.length() < packetEnd)) {
            defect(Rule.MORE_BYTES_NEEDED, frame.length(), 0, Math.max(1, packetEnd - frame.length()));
        }
        int length = packetEnd < 0 ? frame.length() : Math.min(frame.length(), packetEnd);
        if (fields != null) {
            fields.closeTo(1, length);
        }
        List<Defect> ordered = defects;
        if (ordered.size() > 1) {
            ordered.sort(Comparator.comparing((Defect defect) -> switch (defect.verdict()) {
                case MALFORMED -> 0;
                case INCOMPLETE -> 1;
                case PROTOCOL_ERROR -> 2;
            }).thenComparingInt(Defect::offset));
        }
        boolean whole = packet != null
                && (ordered.isEmpty() || ordered.getFirst().verdict() == Defect.Verdict.PROTOCOL_ERROR);
        return new Decoded(type, version, length, whole ? Optional.of(packet) : Optional.empty(), ordered);
    }

    void defect(Rule rule, int offset, int length, Object... arguments) {
        defectOf(rule, rule.identifier(version), offset, length, arguments);
    }

    /** A defect whose identifier the table cannot know. */
    void defectOf(Rule rule, String identifier, int offset, int length, Object... arguments) {
        if (defects.isEmpty()) {
            defects = new ArrayList<>(2);
        }
        malformed |= rule.verdict() == Defect.Verdict.MALFORMED;
        int end = Math.max(offset, Math.min(frame.length(), offset + length));
        defects.add(rule.defect(version, identifier, offset, end - offset, arguments));
    }

    static String hex(int value) {
        return "0x" + HEX.toHexDigits((byte) value);
    }

    // ------------------------------------------------------------------ within

    /** Takes the next bytes and says where they begin. */
    private int take(int count, Rule missing, String name) {
        return take(position, count, missing, name);
    }

    /** Takes the next bytes of a field that began at {@code fieldAt}: where they are not there, the field is not. */
    private int take(int fieldAt, int count, Rule missing, String name) {
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
    private int takePrefixed(String name, Rule missing) {
        int from = position;
        int length = frame.uint16(take(2, missing, name));
        return take(from, length, missing, name);
    }

    private Broken cut(Rule rule, int from, String name) {
        defect(rule, from, limit - from, type.name(), name, limit - from);
        return Broken.BROKEN;
    }

    private void judgeText(String name, int from, Rule notUtf8, Rule nullCharacter) {
        int bad = Utf8.illFormedAt(frame, from, position);
        if (bad >= 0) {
            textIsWellFormed = false;
            defect(notUtf8, bad, Utf8.illFormedLength(frame, bad, position), name, bad - from);
        }
        int zero = Utf8.nullAt(frame, from, position);
        if (zero >= 0) {
            defect(nullCharacter, zero, 1, name, zero - from);
        }
    }

    private void leaf(String name, int length, long value) {
        if (fields != null) {
            fields.leaf(name, position - length, length, FieldRecorder.WHOLE_BYTES, Long.toString(value));
        }
    }

    private void prefixed(String name, int from, String content, String value) {
        fields.open(name, from - 2);
        fields.leaf("Length", from - 2, 2, FieldRecorder.WHOLE_BYTES, Integer.toString(position - from));
        if (position > from) {
            fields.leaf(content, from, position - from, FieldRecorder.WHOLE_BYTES, value);
        }
        fields.close(position, value);
    }
}
