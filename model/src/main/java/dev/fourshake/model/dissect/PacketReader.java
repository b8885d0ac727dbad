package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of one packet in their order, judges what can be judged of each alone, and tells a recorder of each
 * if there is one. Every packet type is decoded with it, with or without a field tree.
 */
final class PacketReader extends PacketCursor {

    private static final String TOPIC_NAME = "Topic Name";

    private final FieldRecorder fields;
    private final TopicNames names;
    private boolean textIsWellFormed;
    /** Where the Topic Name was read. */
    private int topicFrom;
    private int topicLength;
    private int topic;

    /** @param fields gets the field tree; null for none */
    PacketReader(FieldRecorder fields) {
        this.fields = fields;
        this.names = null;
    }

    /** One that makes no field tree, and reads frame after frame. */
    PacketReader(TopicNames names) {
        this.fields = null;
        this.names = names;
    }

    @Override
    void restart(Bytes frame, ProtocolVersion version, Direction direction) {
        super.restart(frame, version, direction);
        textIsWellFormed = false;
        topic = TopicNames.NONE;
        topicLength = 0;
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
                    defect(Rule.VARIABLE_BYTE_INTEGER_NOT_MINIMAL, from, count, called(name), value);
                }
                leaf(name, count, value);
                return value;
            }
        }
        defect(Rule.VARIABLE_BYTE_INTEGER_TOO_LONG, from, 4, called(name));
        position = from;
        throw broken();
    }

    /** A UTF-8 Encoded String (MQTT 5.0 section 1.5.4). */
    String string(String name, Rule missing) {
        return string(name, called(name), missing, Rule.NOT_UTF_8, Rule.NULL_CHARACTER);
    }

    String string(String name, String called, Rule missing, Rule notUtf8, Rule nullCharacter) {
        int from = takePrefixed(name, missing);
        textIsWellFormed = true;
        if (!Utf8.isPlainAscii(frame, from, position)) {
            judgeText(called, from, notUtf8, nullCharacter);
        }
        String value = frame.utf8(from, position - from);
        if (fields != null) {
            prefixed(name, from, "UTF-8 Character Data", value);
        }
        return value;
    }

    /** The Topic Name of a PUBLISH, judged. */
    String topicName() {
        int at = position;
        if (names != null) {
            topicFrom = takePrefixed(TOPIC_NAME, Rule.TOPIC_NAME_MISSING);
            topicLength = position - topicFrom;
            topic = names.find(frame, topicFrom, topicLength);
            if (topic != TopicNames.NONE) {
                return names.name(topic);
            }
            position = at;
        }
        String value = string(TOPIC_NAME, Rule.TOPIC_NAME_MISSING);
        // In MQTT 5 a Topic Alias may stand for an empty one: that is judged with the properties.
        if (!value.isEmpty() || !isMqtt5()) {
            TopicSyntax.judgeName(this, TOPIC_NAME, value, at, Rule.PUBLISH_WILDCARD);
        }
        return value;
    }

    /** Number of the Topic Name, {@link TopicNames#NONE} where it is not among those that are known. */
    int topic() {
        return topic;
    }

    /** The Topic Name that was read is good, and {@code value} is its text. */
    void learnTopic(String value) {
        if (topicLength > 0) {
            topic = names.add(frame, topicFrom, topicLength, value);
        }
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
            boolean otherWay = direction != null && ReasonCodes.isAllowed(type, version, null, value);
            defect(notAllowed, position - 1, 1, type.name(), Preview.code(value), otherWay ? 1 : 0);
        }
        if (fields != null) {
            String code = Preview.code(value);
            String shown = ReasonCodes.name(type, version, value).map(title -> code + " " + title).orElse(code);
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
            fields.close(position, Preview.code(frame.at(position - 1)));
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
        judgeEnd();
        int length = packetLength();
        if (fields != null) {
            fields.closeTo(1, length);
        }
        List<Defect> ordered = orderedDefects();
        boolean whole = packet != null
                && (ordered.isEmpty() || ordered.getFirst().verdict() == Defect.Verdict.PROTOCOL_ERROR);
        return new Decoded(type, version, length, whole ? Optional.of(packet) : Optional.empty(), ordered);
    }

    // ------------------------------------------------------------------ within

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
