package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.PayloadNode.Kind;
import dev.fourshake.model.wire.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.time.DateTimeException;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/** Feeds a tree from MessagePack. A length that is longer than the rest of the payload reserves no memory. */
final class MessagePackReader {

    /** The extension type of a point in time. */
    private static final byte TIMESTAMP = -1;

    private final Bytes payload;
    private final MessageUnpacker in;
    private final TreeBuilder tree;

    MessagePackReader(Bytes payload, TreeBuilder tree) {
        this.payload = payload;
        this.tree = tree;
        in = MessagePack.newDefaultUnpacker(payload.toArray());
    }

    /** Reads on until the end, a fault, or a limit. */
    void readAll() throws IOException {
        while (!tree.isFull() && in.hasNext()) {
            value("");
        }
    }

    private void value(String name) throws IOException {
        int start = at();
        switch (in.getNextFormat().getValueType()) {
            case MAP -> map(name, start);
            case ARRAY -> array(name, start);
            case STRING, BINARY, EXTENSION, NIL, BOOLEAN, INTEGER, FLOAT -> {
                Kind kind = kind();
                String value = scalar();
                tree.leaf(kind, name, value, start, at() - start);
            }
        }
    }

    private Kind kind() throws IOException {
        return switch (in.getNextFormat().getValueType()) {
            case STRING -> Kind.STRING;
            case NIL, BOOLEAN -> Kind.LITERAL;
            case INTEGER, FLOAT -> Kind.NUMBER;
            case BINARY, EXTENSION, MAP, ARRAY -> Kind.BINARY;
        };
    }

    private void map(String name, int start) throws IOException {
        int size = in.unpackMapHeader();
        tree.open(Kind.OBJECT, name, start);
        for (int i = 0; i < size && !tree.isFull(); i++) {
            value(key());
        }
        tree.close(at());
    }

    private void array(String name, int start) throws IOException {
        int size = in.unpackArrayHeader();
        tree.open(Kind.ARRAY, name, start);
        for (int i = 0; i < size && !tree.isFull(); i++) {
            value("");
        }
        tree.close(at());
    }

    private String key() throws IOException {
        return switch (in.getNextFormat().getValueType()) {
            case MAP, ARRAY -> {
                int start = at();
                in.skipValue();
                yield payload.slice(start, at() - start).hex();
            }
            case STRING, BINARY, EXTENSION, NIL, BOOLEAN, INTEGER, FLOAT -> scalar();
        };
    }

    private String scalar() throws IOException {
        return switch (in.getNextFormat().getValueType()) {
            case STRING -> tree.head(bytes(in.unpackRawStringHeader())).utf8();
            case BINARY -> binary(bytes(in.unpackBinaryHeader()));
            case EXTENSION -> extension(in.unpackExtensionTypeHeader());
            case NIL -> {
                in.unpackNil();
                yield "null";
            }
            case BOOLEAN -> Boolean.toString(in.unpackBoolean());
            case INTEGER -> in.unpackBigInteger().toString();
            case FLOAT -> switch (in.getNextFormat()) {
                case FLOAT32 -> Float.toString(in.unpackFloat());
                default -> Double.toString(in.unpackDouble());
            };
            case MAP, ARRAY -> throw new IllegalStateException("no scalar");
        };
    }

    private String extension(ExtensionTypeHeader header) throws IOException {
        if (header.getType() == TIMESTAMP && (header.getLength() == 4 || header.getLength() == 8
                || header.getLength() == 12)) {
            try {
                return in.unpackTimestamp(header).toString();
            } catch (DateTimeException | ArithmeticException _) {
                return "ext(-1)";
            }
        }
        return "ext(" + header.getType() + ", " + binary(bytes(header.getLength())) + ")";
    }

    private Bytes bytes(int length) throws IOException {
        if (length > payload.length() - at()) {
            throw new EOFException("a length of " + length + " at byte " + at() + " is longer than the payload");
        }
        return Bytes.of(in.readPayload(length));
    }

    private String binary(Bytes bytes) {
        return "h'" + tree.head(bytes).hex() + "'";
    }

    /** How many bytes it has read. */
    int at() {
        return (int) in.getTotalReadBytes();
    }
}
