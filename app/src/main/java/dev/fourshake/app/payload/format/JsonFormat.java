package dev.fourshake.app.payload.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON (RFC 8259), and several values one after the other. Broken JSON stays as it was sent, with its fault named. */
public final class JsonFormat implements PayloadFormat {

    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(Tokens.CONSTRAINTS).build();
    private static final Set<String> TYPES = Set.of("application/json", "text/json", "application/x-ndjson",
            "application/json-seq");
    private static final Pattern WORD = Pattern.compile("(?:Unrecognized|Non-standard) token '([^']+)'");
    private static final List<String> WORDS = List.of("true", "false", "null");

    @Override
    public String id() {
        return "json";
    }

    @Override
    public Message name() {
        return Words.of("format.json");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        return hints.typed(TYPES, "+json").or(Likelihood.SHAPE.when(begins(payload)));
    }

    /**
     * What begins so is JSON if it is legible, or else if it ends so as well: one byte that is not UTF-8, or a control
     * character, is a fault of the JSON.
     */
    private static boolean begins(Bytes payload) {
        Bytes said = Look.withoutNuls(payload);
        int at = Look.firstVisible(said, Look.afterMark(said));
        if (at < 0) {
            return false;
        }
        int next = Look.firstVisible(said, at + 1);
        boolean isLegible = Look.isLegible(said);
        return switch (said.at(at)) {
            case '{' -> (next < 0 || said.at(next) == '"' || said.at(next) == '}')
                    && (isLegible || Look.lastVisible(said) == '}');
            case '[' -> (next < 0 || "[]{\"-0123456789tfn".indexOf(said.at(next)) >= 0)
                    && (isLegible || Look.lastVisible(said) == ']');
            case '"' -> isLegible && said.at(said.length() - 1) == '"';
            default -> said.length() <= 6 && WORDS.contains(said.utf8().strip());
        };
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
        Bytes said = Look.withoutNuls(payload);
        Rendering rendering = Decoding.notingNuls(renderAll(said, context), payload.length() - said.length());
        return Look.afterMark(payload) == 0 ? rendering : rendering.noting(Words.fault("json.mark"));
    }

    private static Rendering renderAll(Bytes payload, PayloadContext context) throws PayloadException {
        TreeBuilder tree = new TreeBuilder(context.limits());
        try (JsonParser parser = FACTORY.createParser(payload.toArray())) {
            new Tokens(parser, tree).feed();
        } catch (IOException fault) {
            return broken(payload, tree, fault, context);
        }
        if (tree.isEmpty()) {
            throw Words.unreadable("json.empty");
        }
        PayloadNode root = tree.finish(payload.length());
        Rendering rendering = Rendering.tree(TreeText.json(root, context.limits().characters()), root, tree.isFull());
        return tree.values() == 1 ? rendering : rendering.noting(Words.remark("values", tree.values()));
    }

    private static Rendering broken(Bytes payload, TreeBuilder tree, IOException fault, PayloadContext context)
            throws PayloadException {
        String said = fault instanceof JsonProcessingException json ? json.getOriginalMessage() : Words.told(fault);
        int at = fault instanceof JsonProcessingException json ? place(payload, said, Tokens.at(json.getLocation()))
                : -1;
        String sentence = Words.sentence(said);
        Rendering.Note note = at < 0 ? Words.fault("json.broken", sentence)
                : Words.fault("json.broken.at", sentence, at);
        if (tree.isEmpty()) {
            throw new PayloadException(note.message());
        }
        Rendering text = Decoding.decode(payload, StandardCharsets.UTF_8, context);
        return Rendering.tree(text.text(), tree.finish(-1), text.isCut()).noting(note);
    }

    /** Of a word that it does not know Jackson tells where it ends, or a byte behind that: where it begins. */
    private static int place(Bytes payload, String said, int at) {
        Matcher word = WORD.matcher(said);
        if (at < 0 || !word.find()) {
            return at;
        }
        int from = Math.max(0, at - Look.FAR);
        String before = new String(payload.slice(from, Math.min(payload.length(), at) - from).toArray(),
                StandardCharsets.ISO_8859_1);
        int found = before.lastIndexOf(word.group(1));
        return found < 0 ? at : from + found;
    }
}
