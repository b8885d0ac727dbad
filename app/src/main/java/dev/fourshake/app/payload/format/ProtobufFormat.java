package dev.fourshake.app.payload.format;

import com.google.protobuf.Descriptors.Descriptor;
import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.app.payload.Schema;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.io.IOException;
import java.util.Set;

/** Protobuf: with the descriptor that the user has chosen by name, else as fields with their numbers. */
public final class ProtobufFormat implements PayloadFormat {

    /** The format's id; a rule for it may have a descriptor and a message type. */
    public static final String ID = "protobuf";

    /** Fewer bytes are often a message by chance. */
    private static final int SHORTEST = 6;
    private static final Set<String> TYPES = Set.of("application/protobuf", "application/x-protobuf",
            "application/vnd.google.protobuf");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Message name() {
        return Words.of("format.protobuf");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        return hints.typed(TYPES, "+protobuf").or(Likelihood.POSSIBLE.when(payload.length() >= SHORTEST
                && payload.length() <= Look.FAR && ProtobufReader.isMessage(payload, PayloadLimits.STANDARD.time())));
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
        Schema schema = context.schema();
        if (schema.descriptor().isEmpty() || schema.messageType().isEmpty()) {
            return render(payload, null, context).noting(Words.remark("protobuf.raw"));
        }
        return render(payload, DescriptorFile.type(schema.descriptor().get(), schema.messageType().get()), context)
                .noting(Words.remark("protobuf.type", schema.messageType().get()));
    }

    /** @param type null: no descriptor */
    static Rendering render(Bytes payload, Descriptor type, PayloadContext context) throws PayloadException {
        TreeBuilder tree = new TreeBuilder(context.limits());
        Rendering.Note fault = null;
        try {
            new ProtobufReader(payload, tree).read(type);
        } catch (IOException broken) {
            fault = Words.fault("binary.broken", Words.told(broken));
        }
        return CborFormat.finish(tree, fault, payload, context);
    }
}
