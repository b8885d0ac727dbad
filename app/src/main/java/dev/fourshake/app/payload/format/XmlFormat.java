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
import java.util.Optional;
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

    private static final Pattern WIDE = Pattern.compile("(?i)utf-?(16|32).*|ucs-?[24].*");
    /** Some of its sentences the parser gives as an address with values. */
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S*#(\\w+)\\?(.*)");

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

    /** As with JSON: what is not legible may be of another character set, or faulty. */
    private static boolean begins(Bytes payload) {
        Bytes said = Look.withoutNuls(payload);
        int at = Look.firstVisible(said, Look.afterMark(said));
        if (at < 0 || at + 2 >= said.length() || said.at(at) != '<'
                || !Look.isLegible(said) && Look.lastVisible(said) != '>') {
            return false;
        }
        int next = said.at(at + 1);
        return next == '?' || next == '!' || next == '_' || next >= 0x80 || Character.isLetter(next);
    }

    /** A factory is not said to be safe for several threads. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Ours are narrower, and what they leave out is not called broken.
        factory.setProperty("jdk.xml.maxElementDepth", "10000");
        factory.setProperty("jdk.xml.elementAttributeLimit", "100000");
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
        Bytes said = Look.withoutNuls(payload);
        Optional<String> foreign = wrongly(said);
        Rendering rendering = Decoding.notingNuls(renderAll(said, context), payload.length() - said.length());
        return foreign.isEmpty() ? rendering : rendering.noting(Words.fault("xml.charset", foreign.get()));
    }

    private static Rendering renderAll(Bytes payload, PayloadContext context) throws PayloadException {
        TreeBuilder tree = new TreeBuilder(context.limits());
        Charset charset = charset(payload);
        String text = charset.decode(payload.asBuffer()).toString();
        try {
            // Characters, not bytes: a parser of bytes writes what is not of its character set to standard error.
            String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            new XmlEvents(factory().createXMLStreamReader(new StringReader(unmarked)), tree).feed();
        } catch (XMLStreamException fault) {
            return broken(payload, charset, tree, fault, context);
        } catch (MissingResourceException fault) {
            // The run-time's parser has no words for some of what can be wrong.
            return broken(payload, charset, tree, new XMLStreamException(fault.getKey(), fault), context);
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
        try {
            return declared(payload).filter(_ -> wrongly(payload).isEmpty()).map(Charset::forName)
                    .orElse(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return StandardCharsets.UTF_8;
        }
    }

    private static Optional<String> declared(Bytes payload) {
        Matcher declared = ENCODING.matcher(Look.head(payload).utf8());
        return declared.lookingAt() ? Optional.of(declared.group(1)) : Optional.empty();
    }

    /**
     * The character set that it declares and cannot be of, as the declaration could be read byte by byte. What .NET
     * writes into a string says UTF-16, whatever it is sent in.
     */
    private static Optional<String> wrongly(Bytes payload) {
        return declared(payload).filter(name -> WIDE.matcher(name).matches());
    }

    private static Rendering broken(Bytes payload, Charset charset, TreeBuilder tree, XMLStreamException fault,
            PayloadContext context) throws PayloadException {
        int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNumber();
        int column = fault.getLocation() == null ? 0 : fault.getLocation().getColumnNumber();
        Rendering.Note note = Words.fault("xml.broken", sentence(fault), line, column);
        if (tree.isEmpty()) {
            throw new PayloadException(note.message());
        }
        Rendering text = Decoding.decode(payload, charset, context);
        return Rendering.tree(text.text(), tree.finish(-1), text.isCut()).noting(note);
    }

    /** The parser's sentence without the place, which it puts before it. */
    private static String sentence(XMLStreamException fault) {
        String message = String.valueOf(fault.getMessage());
        int at = message.indexOf("\nMessage: ");
        String sentence = at < 0 ? Words.told(fault) : Words.sentence(message.substring(at + "\nMessage: ".length()));
        Matcher address = ADDRESS.matcher(sentence);
        return address.matches() ? address.group(1) + ": " + address.group(2).replace("&", ", ") : sentence;
    }
}
