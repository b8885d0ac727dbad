package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadNode.Kind;
import java.util.Iterator;

/** A tree as text, indented, as JSON is written; never much longer than asked for. */
final class TreeText {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();
    private final int most;

    private TreeText(int most) {
        this.most = most;
    }

    /** Strings quoted, numbers and literals as they were. */
    static String json(PayloadNode root, int most) {
        TreeText writing = new TreeText(most);
        writing.write(root, 0);
        return writing.text.toString();
    }

    private void write(PayloadNode node, int depth) {
        switch (node.kind()) {
            case OBJECT -> group(node, depth, '{', '}');
            case ARRAY, ELEMENT -> group(node, depth, '[', ']');
            case STRING, CHARACTERS, ATTRIBUTE, COMMENT -> quote(text, node.value());
            case NUMBER, LITERAL, BINARY -> text.append(node.value());
        }
    }

    private void group(PayloadNode node, int depth, char begin, char end) {
        text.append(begin);
        if (!node.children().isEmpty()) {
            for (Iterator<PayloadNode> each = node.children().iterator(); each.hasNext() && text.length() < most;) {
                PayloadNode child = each.next();
                text.append('\n').repeat(INDENT, depth + 1);
                if (node.kind() == Kind.OBJECT) {
                    quote(text, child.name());
                    text.append(": ");
                }
                write(child, depth + 1);
                text.append(each.hasNext() ? "," : "");
            }
            text.append('\n').repeat(INDENT, depth);
        }
        text.append(end);
    }

    /** As RFC 8259 section 7 writes a string. */
    static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
