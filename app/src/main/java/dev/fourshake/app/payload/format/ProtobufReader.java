package dev.fourshake.app.payload.format;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.fourshake.app.payload.PayloadNode.Kind;
import dev.fourshake.model.wire.Bytes;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Feeds a tree from a Protobuf message, field by field as they stand on the wire, so that what comes before a fault is
 * seen and each value has its bytes. Fields that the descriptor does not know, or that are of another wire type there,
 * are shown by their number.
 */
final class ProtobufReader {

    private static final int FEW = 1 << 16;

    private final Bytes payload;
    private final TreeBuilder tree;
    private final CodedInputStream in;

    ProtobufReader(Bytes payload, TreeBuilder tree) {
        this.payload = payload;
        this.tree = tree;
        in = CodedInputStream.newInstance(payload.toArray());
    }

    /** @param type null: no descriptor */
    void read(Descriptor type) throws IOException {
        tree.open(Kind.OBJECT, "", 0);
        fields(type, 0);
        tree.close(at());
    }

    /**
     * Whether all bytes are fields of a message, looked at from outside.
     *
     * @param time after which it is taken for none; of few bytes it does not matter
     */
    static boolean isMessage(Bytes bytes, Duration time) {
        if (bytes.isEmpty()) {
            return false;
        }
        CodedInputStream in = bytes.length() <= FEW ? CodedInputStream.newInstance(bytes.toArray())
                : CodedInputStream.newInstance(new TimedInput(bytes, time));
        try {
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (!in.skipField(tag)) {
                    return false;
                }
            }
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** @param group number of the group that ends here, 0 outside groups */
    private void fields(Descriptor type, int group) throws IOException {
        Map<Integer, FieldDescriptor> known = type == null ? Map.of() : type.getFields().stream()
                .collect(Collectors.toMap(FieldDescriptor::getNumber, field -> field));
        while (!tree.isFull()) {
            int tag = in.readTag();
            int number = WireFormat.getTagFieldNumber(tag);
            int wire = WireFormat.getTagWireType(tag);
            if (tag == 0 || wire == WireFormat.WIRETYPE_END_GROUP) {
                if (number != group) {
                    throw new InvalidProtocolBufferException("the end of group " + number + " stands where it may not");
                }
                return;
            }
            field(known.get(number), number, wire);
        }
    }

    private void field(FieldDescriptor field, int number, int wire) throws IOException {
        if (field == null) {
            unknown(Integer.toString(number), number, wire);
        } else if (wire == WireFormat.WIRETYPE_LENGTH_DELIMITED && field.isPackable()) {
            packed(field);
        } else if (field.getLiteType().getWireType() != wire) {
            unknown(field.getName(), number, wire);
        } else {
            switch (field.getType()) {
                case MESSAGE -> message(field.getName(), field.getMessageType());
                case GROUP -> group(field.getName(), field.getMessageType(), number);
                default -> scalar(field);
            }
        }
    }

    private void packed(FieldDescriptor field) throws IOException {
        int start = at();
        int before = push();
        tree.open(Kind.ARRAY, field.getName(), start);
        while (!tree.isFull() && in.getBytesUntilLimit() > 0) {
            scalar(field);
        }
        tree.close(at());
        in.popLimit(before);
    }

    private void message(String name, Descriptor type) throws IOException {
        int start = at();
        int before = push();
        tree.open(Kind.OBJECT, name, start);
        fields(type, 0);
        tree.close(at());
        in.popLimit(before);
    }

    private void group(String name, Descriptor type, int number) throws IOException {
        tree.open(Kind.OBJECT, name, at());
        fields(type, number);
        tree.close(at());
    }

    private int push() throws IOException {
        int length = in.readRawVarint32();
        if (length < 0 || length > payload.length() - at()) {
            throw new InvalidProtocolBufferException("a length of " + Integer.toUnsignedString(length) + " at byte "
                    + at()
                    + " is longer than the payload");
        }
        return in.pushLimit(length);
    }

    private void scalar(FieldDescriptor field) throws IOException {
        int start = at();
        String value = switch (field.getType()) {
            case DOUBLE -> Double.toString(in.readDouble());
            case FLOAT -> Float.toString(in.readFloat());
            case INT64 -> Long.toString(in.readInt64());
            case UINT64 -> Long.toUnsignedString(in.readUInt64());
            case INT32 -> Integer.toString(in.readInt32());
            case FIXED64 -> Long.toUnsignedString(in.readFixed64());
            case FIXED32 -> Integer.toUnsignedString(in.readFixed32());
            case BOOL -> Boolean.toString(in.readBool());
            case STRING -> tree.head(Bytes.of(in.readByteArray())).utf8();
            case BYTES -> hex(Bytes.of(in.readByteArray()));
            case UINT32 -> Integer.toUnsignedString(in.readUInt32());
            case ENUM -> enumerated(field, in.readEnum());
            case SFIXED32 -> Integer.toString(in.readSFixed32());
            case SFIXED64 -> Long.toString(in.readSFixed64());
            case SINT32 -> Integer.toString(in.readSInt32());
            case SINT64 -> Long.toString(in.readSInt64());
            case MESSAGE, GROUP -> throw new IllegalStateException("no scalar");
        };
        Kind kind = switch (field.getType().getJavaType()) {
            case INT, LONG, FLOAT, DOUBLE -> Kind.NUMBER;
            case STRING -> Kind.STRING;
            case BYTE_STRING -> Kind.BINARY;
            case BOOLEAN, ENUM, MESSAGE -> Kind.LITERAL;
        };
        tree.leaf(kind, field.getName(), value, start, at() - start);
    }

    private static String enumerated(FieldDescriptor field, int number) {
        EnumValueDescriptor value = field.getEnumType().findValueByNumber(number);
        return value == null ? Integer.toString(number) : value.getName();
    }

    private void unknown(String name, int number, int wire) throws IOException {
        int start = at();
        switch (wire) {
            case WireFormat.WIRETYPE_VARINT -> {
                String value = Long.toUnsignedString(in.readRawVarint64());
                tree.leaf(Kind.NUMBER, name, value, start, at() - start);
            }
            case WireFormat.WIRETYPE_FIXED64 -> {
                long bits = in.readRawLittleEndian64();
                tree.leaf(Kind.NUMBER, name, bits + " (" + Double.longBitsToDouble(bits) + ")", start, 8);
            }
            case WireFormat.WIRETYPE_FIXED32 -> {
                int bits = in.readRawLittleEndian32();
                tree.leaf(Kind.NUMBER, name, bits + " (" + Float.intBitsToFloat(bits) + ")", start, 4);
            }
            case WireFormat.WIRETYPE_START_GROUP -> group(name, null, number);
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> delimited(name, start);
            default -> throw new InvalidProtocolBufferException("wire type " + wire + " at byte " + start);
        }
    }

    /** Text, a message or bytes: without a descriptor the looks decide. */
    private void delimited(String name, int start) throws IOException {
        int before = push();
        Bytes inside = payload.slice(at(), in.getBytesUntilLimit());
        if (Look.isLegible(inside)) {
            in.skipRawBytes(inside.length());
            tree.leaf(Kind.STRING, name, tree.head(inside).utf8(), start, at() - start);
        } else if (isMessage(inside, tree.left())) {
            tree.open(Kind.OBJECT, name, start);
            fields(null, 0);
            tree.close(at());
        } else {
            in.skipRawBytes(inside.length());
            tree.leaf(Kind.BINARY, name, hex(inside), start, at() - start);
        }
        in.popLimit(before);
    }

    private String hex(Bytes bytes) {
        return "h'" + tree.head(bytes).hex() + "'";
    }

    private int at() {
        return in.getTotalBytesRead();
    }
}
