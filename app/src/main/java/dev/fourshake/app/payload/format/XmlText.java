package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadNode.Kind;
import java.util.List;

/** The tree of an XML document as text, indented; never much longer than asked for. */
final class XmlText {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();
    private final int most;

    private XmlText(int most) {
        this.most = most;
    }

    static String of(PayloadNode root, int most) {
        XmlText writing = new XmlText(most);
        // Several at the top are an element with comments around it.
        if (root.kind() == Kind.ARRAY) {
            root.children().forEach(child -> writing.write(child, 0));
        } else {
            writing.write(root, 0);
        }
        return writing.text.toString();
    }

    private void write(PayloadNode node, int depth) {
        if (text.length() >= most) {
            return;
        }
        switch (node.kind()) {
            case ELEMENT -> element(node, depth);
            case COMMENT -> line(depth, "<!--" + node.value() + "-->");
            case CHARACTERS, STRING, NUMBER, LITERAL, BINARY, OBJECT, ARRAY, ATTRIBUTE ->
                    line(depth, escaped(node.value()));
        }
    }

    private void element(PayloadNode node, int depth) {
        text.repeat(INDENT, depth).append('<').append(node.name());
        for (PayloadNode child : node.children()) {
            if (child.kind() == Kind.ATTRIBUTE) {
                text.append(' ').append(child.name(), 1, child.name().length()).append("=\"")
                        .append(escaped(child.value()).replace("\"", "&quot;")).append('"');
            }
        }
        List<PayloadNode> content = node.children().stream().filter(child -> child.kind() != Kind.ATTRIBUTE).toList();
        if (content.isEmpty()) {
            text.append("/>\n");
        } else if (content.size() == 1 && content.getFirst().kind() == Kind.CHARACTERS) {
            text.append('>').append(escaped(content.getFirst().value()));
            end(node);
        } else {
            text.append(">\n");
            content.forEach(child -> write(child, depth + 1));
            text.repeat(INDENT, depth);
            end(node);
        }
    }

    private void end(PayloadNode node) {
        text.append("</").append(node.name()).append(">\n");
    }

    private void line(int depth, String line) {
        text.repeat(INDENT, depth).append(line).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
