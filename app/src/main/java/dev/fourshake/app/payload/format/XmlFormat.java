package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * XML. A document type is passed by: no entity of it is known, and nothing is fetched. Broken XML stays as it was sent,
 * with its fault named.
 */
public final class XmlFormat implements PayloadFormat {

    private static final Set<String> TYPES = Set.of("application/xml", "text/xml");
    private static final Pattern ENCODING =
            Pattern.compile("\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    @Override
    public String id() {
        return "xml";
    }

    @Override
    public Message name() {
        return Words.of("format.xml");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        return hints.typed(TYPES, "+xml").or(Likelihood.SHAPE.when(begins(payload)));
    }

    private static boolean begins(Bytes payload) {
        int at = Look.firstVisible(payload, Look.afterMark(payload));
        if (at < 0 || at + 2 >= payload.length() || payload.at(at) != '<' || !Look.isLegible(payload)) {
            return false;
        }
        int next = payload.at(at + 1);
        return next == '?' || next == '!' || next == '_' || next >= 0x80 || Character.isLetter(next);
    }

    /** A factory is not said to be safe for several threads. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
        TreeBuilder tree = new TreeBuilder(context.limits());
        Charset charset = charset(payload);
        String text = charset.decode(payload.asBuffer()).toString();
        try {
            // Characters, not bytes: a parser of bytes writes what is not of its character set to standard error.
            String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            new XmlEvents(factory().createXMLStreamReader(new StringReader(unmarked)), tree).feed();
        } catch (XMLStreamException fault) {
            return broken(payload, tree, fault, context);
        } catch (MissingResourceException fault) {
            // The run-time's parser has no words for some of what can be wrong.
            return broken(payload, tree, new XMLStreamException(fault.getKey(), fault), context);
        }
        PayloadNode root = tree.finish(-1);
        Rendering rendering = Rendering.tree(XmlText.of(root, context.limits().characters()), root, tree.isFull());
        int fault = Decoding.firstFault(payload, charset, text);
        return fault < 0 ? rendering : rendering.noting(Words.fault("text.not", charset.displayName(), fault));
    }

    /** By its mark, or as its declaration says; UTF-8 where neither is known. */
    private static Charset charset(Bytes payload) {
        if (Look.startsWith(payload, 0, "feff") || Look.startsWith(payload, 0, "fffe")) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared = ENCODING.matcher(Look.head(payload).utf8());
        try {
            return declared.lookingAt() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException _) {
            return StandardCharsets.UTF_8;
        }
    }

    private static Rendering broken(Bytes payload, TreeBuilder tree, XMLStreamException fault, PayloadContext context)
            throws PayloadException {
        int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNumber();
        int column = fault.getLocation() == null ? 0 : fault.getLocation().getColumnNumber();
        Rendering.Note note = Words.fault("xml.broken", sentence(fault), line, column);
        if (tree.isEmpty()) {
            throw new PayloadException(note.message());
        }
        Rendering text = Decoding.decode(payload, StandardCharsets.UTF_8, context);
        return Rendering.tree(text.text(), tree.finish(-1), text.isCut()).noting(note);
    }

    /** The parser's sentence without the place, which it puts before it. */
    private static String sentence(XMLStreamException fault) {
        String message = String.valueOf(fault.getMessage());
        int at = message.indexOf("\nMessage: ");
        return at < 0 ? Words.told(fault) : message.substring(at + "\nMessage: ".length()).lines().findFirst()
                .orElse("");
    }
}
