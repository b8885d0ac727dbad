package dev.fourshake.app.payload.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
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
import java.util.Set;

/**
 * CBOR (RFC 8949), and a sequence of it (RFC 8742). What JSON cannot say is in diagnostic notation; tags of maps and
 * arrays are not shown.
 */
public final class CborFormat implements PayloadFormat {

    private static final CBORFactory FACTORY = CBORFactory.builder().streamReadConstraints(Tokens.CONSTRAINTS).build();
    /** How Jackson begins to say that it cannot read a key. */
    private static final String OTHER_KEY = "Unsupported major type";
    private static final Set<String> TYPES = Set.of("application/cbor", "application/cbor-seq");

    @Override
    public String id() {
        return "cbor";
    }

    @Override
    public Message name() {
        return Words.of("format.cbor");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        // Tag 55799 says "this is CBOR" (RFC 8949 section 3.4.6).
        return hints.typed(TYPES, "+cbor").or(Likelihood.SIGNATURE.when(Look.startsWith(payload, 0, "d9d9f7")))
                .or(Likelihood.SHAPE.when(isOneGroup(payload)));
    }

    /** An array or a map with something in it, to the last byte; of a number's length a map with a name first. */
    private static boolean isOneGroup(Bytes payload) {
        if (payload.length() < 2 || payload.length() > Look.FAR || payload.at(0) >> 5 != 4 && payload.at(0) >> 5 != 5
                || (payload.at(0) & 0x1F) == 0
                || NumberFormat.isBinary(payload) && (payload.at(0) >> 5 != 5 || payload.at(1) >> 5 != 3)) {
            return false;
        }
        try (JsonParser parser = FACTORY.createParser(payload.toArray())) {
            parser.nextToken();
            parser.skipChildren();
            return Tokens.at(parser.currentLocation()) == payload.length();
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
        TreeBuilder tree = new TreeBuilder(context.limits());
        Rendering.Note fault = null;
        // Tag behind tag, each takes Jackson longer than the one before.
        try (JsonParser parser = FACTORY.createParser(new TimedInput(payload, context.limits().time()))) {
            new CborTokens(parser, tree, payload).feed();
        } catch (IOException | RuntimeException broken) {
            // Jackson's reader of CBOR has been seen to fail with both.
            String said = Words.told((Exception) broken);
            fault = Words.fault("binary.broken", said.startsWith(OTHER_KEY) ? Words.of("cbor.key").text() : said);
        }
        return finish(tree, fault, payload, context);
    }

    /** The tree that was read before the fault, if any. */
    static Rendering finish(TreeBuilder tree, Rendering.Note fault, Bytes payload, PayloadContext context)
            throws PayloadException {
        if (tree.isEmpty() || fault != null && tree.isBare()) {
            throw fault == null ? Words.unreadable("binary.empty") : new PayloadException(fault.message());
        }
        PayloadNode root = tree.finish(fault == null ? payload.length() : -1);
        Rendering rendering = Rendering.tree(TreeText.json(root, context.limits().characters()), root, tree.isFull());
        if (tree.values() > 1) {
            rendering = rendering.noting(Words.remark("values", tree.values()));
        }
        return fault == null ? rendering : rendering.noting(fault);
    }
}
