package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.PayloadNode.Kind;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Feeds a tree from the events of an XML parser. White space between elements is layout, and left out. */
final class XmlEvents {

    private final XMLStreamReader reader;
    private final TreeBuilder tree;
    private final StringBuilder text = new StringBuilder();

    XmlEvents(XMLStreamReader reader, TreeBuilder tree) {
        this.reader = reader;
        this.tree = tree;
    }

    /** Reads on until the end, a fault, or a limit. */
    void feed() throws XMLStreamException {
        while (!tree.isFull() && reader.hasNext()) {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> text.append('&').append(reader.getLocalName()).append(';');
                case XMLStreamConstants.START_ELEMENT -> {
                    flush();
                    start();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    flush();
                    tree.close(-1);
                }
                case XMLStreamConstants.COMMENT -> {
                    flush();
                    tree.leaf(Kind.COMMENT, "<!---->", reader.getText(), -1, 0);
                }
                default -> { }
            }
        }
    }

    private void start() {
        tree.open(Kind.ELEMENT, name(reader.getPrefix(), reader.getLocalName()), -1);
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String name = prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
            tree.leaf(Kind.ATTRIBUTE, "@" + name, String.valueOf(reader.getNamespaceURI(i)), -1, 0);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            tree.leaf(Kind.ATTRIBUTE, "@" + name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i), -1, 0);
        }
    }

    private void flush() {
        String said = text.toString().strip();
        text.setLength(0);
        if (!said.isEmpty()) {
            tree.leaf(Kind.CHARACTERS, "#text", said, -1, 0);
        }
    }

    private static String name(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }
}
