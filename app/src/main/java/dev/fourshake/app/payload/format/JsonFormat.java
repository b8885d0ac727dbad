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

/** JSON (RFC 8259), and several values one after the other. Broken JSON stays as it was sent, with its fault named. */
public final class JsonFormat implements PayloadFormat {

    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(Tokens.CONSTRAINTS).build();
    private static final Set<String> TYPES = Set.of("application/json", "text/json", "application/x-ndjson",
            "application/json-seq");
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

    private static boolean begins(Bytes payload) {
        int at = Look.firstVisible(payload, Look.afterMark(payload));
        if (at < 0 || !Look.isLegible(payload)) {
            return false;
        }
        int next = Look.firstVisible(payload, at + 1);
        return switch (payload.at(at)) {
            case '{' -> next < 0 || payload.at(next) == '"' || payload.at(next) == '}';
            case '[' -> next < 0 || "[]{\"-0123456789tfn".indexOf(payload.at(next)) >= 0;
            case '"' -> payload.at(payload.length() - 1) == '"';
            default -> payload.length() <= 6 && WORDS.contains(payload.utf8().strip());
        };
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
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
        int at = fault instanceof JsonProcessingException json ? Tokens.at(json.getLocation()) : -1;
        String sentence = said.lines().findFirst().orElse("");
        Rendering.Note note = at < 0 ? Words.fault("json.broken", sentence)
                : Words.fault("json.broken.at", sentence, at);
        if (tree.isEmpty()) {
            throw new PayloadException(note.message());
        }
        Rendering text = Decoding.decode(payload, StandardCharsets.UTF_8, context);
        return Rendering.tree(text.text(), tree.finish(-1), text.isCut()).noting(note);
    }
}
