package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.io.IOException;
import java.util.Set;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageSizeException;

/**
 * MessagePack, and several values one after the other. Keys that are no strings are shown as they are written in text.
 */
public final class MessagePackFormat implements PayloadFormat {

    private static final Set<String> TYPES = Set.of("application/msgpack", "application/x-msgpack",
            "application/vnd.msgpack");

    @Override
    public String id() {
        return "msgpack";
    }

    @Override
    public Message name() {
        return Words.of("format.msgpack");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        return hints.typed(TYPES, "+msgpack").or(Likelihood.SHAPE.when(isOneGroup(payload)));
    }

    /** An array or a map with something in it, to the last byte; of a number's length a map with a name first. */
    private static boolean isOneGroup(Bytes payload) {
        if (payload.length() < 2 || payload.length() > Look.FAR || !begins(payload.at(0))
                || NumberFormat.isBinary(payload) && (payload.at(0) >= 0x90 || payload.at(1) >> 5 != 5)) {
            return false;
        }
        TreeBuilder tree = new TreeBuilder(PayloadLimits.STANDARD);
        try {
            new MessagePackReader(payload, tree).readAll();
            return tree.values() == 1 && !tree.isFull();
        } catch (IOException | MessagePackException _) {
            return false;
        }
    }

    private static boolean begins(int first) {
        return first > 0x80 && first < 0xA0 && first != 0x90 || first >= 0xDC && first <= 0xDF;
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
        TreeBuilder tree = new TreeBuilder(context.limits());
        Rendering.Note fault = null;
        MessagePackReader reader = new MessagePackReader(payload, tree);
        try {
            reader.readAll();
        } catch (MessageSizeException large) {
            fault = Words.fault("binary.broken", Words.of("binary.length", reader.at(), large.getSize()));
        } catch (IOException | MessagePackException broken) {
            fault = Words.fault("binary.broken", Words.told(broken));
        }
        return CborFormat.finish(tree, fault, payload, context);
    }
}
