package dev.fourshake.app.payload.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.fourshake.app.payload.PayloadNode.Kind;
import java.io.IOException;
import java.util.HexFormat;

/** Feeds a tree from Jackson's tokens: keys that come twice stay, and numbers are as they were written. */
class Tokens {

    /** Our own limits are narrower, but for long numbers. */
    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder().maxNestingDepth(1_000)
            .maxNumberLength(100_000).maxNameLength(1 << 20).maxStringLength(1 << 26).build();

    private final JsonParser parser;
    private final TreeBuilder tree;
    private String key = "";

    Tokens(JsonParser parser, TreeBuilder tree) {
        this.parser = parser;
        this.tree = tree;
    }

    /** Reads on until the end, a fault, or a limit. */
    void feed() throws IOException {
        for (JsonToken token = parser.nextToken(); token != null && !tree.isFull(); token = parser.nextToken()) {
            take(token);
        }
    }

    private void take(JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT -> open(Kind.OBJECT);
            case START_ARRAY -> open(Kind.ARRAY);
            case END_OBJECT, END_ARRAY -> tree.close(end());
            case FIELD_NAME -> key = key(parser.currentName());
            case VALUE_STRING -> leaf(Kind.STRING, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> leaf(Kind.NUMBER, parser.getText());
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> leaf(Kind.LITERAL, token.asString());
            case VALUE_EMBEDDED_OBJECT -> leaf(Kind.BINARY, binary());
            case NOT_AVAILABLE -> { }
        }
    }

    private void open(Kind kind) {
        tree.open(kind, takeKey(), start());
    }

    /** A key, as it is shown. */
    String key(String name) {
        return name;
    }

    /** The value at the parser, as it is shown. */
    void leaf(Kind kind, String value) {
        int start = start();
        int end = end();
        tree.leaf(kind, takeKey(), value, end > start ? start : -1, Math.max(0, end - start));
    }

    private String takeKey() {
        String taken = key;
        key = "";
        return taken;
    }

    /** As the diagnostic notation of CBOR has it (RFC 8949 section 8). */
    private String binary() throws IOException {
        return parser.getEmbeddedObject() instanceof byte[] bytes ? "h'" + HexFormat.of().formatHex(bytes) + "'"
                : "undefined";
    }

    /** Where the token begins, -1 if that is not known. */
    final int start() {
        return at(parser.currentTokenLocation());
    }

    final int end() {
        return at(parser.currentLocation());
    }

    /** -1 where the parser counts characters: UTF-16 and UTF-32. */
    static int at(JsonLocation location) {
        return location == null ? -1 : (int) location.getByteOffset();
    }
}
