package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.ReadPayload;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.util.Set;

/** gzip (RFC 1952) and zlib (RFC 1950). What is inside is shown by looking again. */
public final class CompressedFormat implements PayloadFormat {

    private static final Set<String> TYPES = Set.of("application/gzip", "application/x-gzip", "application/zlib");

    @Override
    public String id() {
        return "compressed";
    }

    @Override
    public Message name() {
        return Words.of("format.compressed");
    }

    /** Two bytes of zlib are weak: the beginning has to unpack, and where that ends with a fault it is a guess. */
    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        return hints.typed(TYPES, "").or(Likelihood.SIGNATURE.when(Inflating.isGzip(payload)))
                .or(Inflating.isZlib(payload) ? likelihood(Inflating.zlib(payload, 64)) : Likelihood.NO);
    }

    private static Likelihood likelihood(Inflating beginning) {
        return beginning.bytes().isEmpty() ? Likelihood.NO
                : beginning.fault().isEmpty() ? Likelihood.SHAPE : Likelihood.POSSIBLE;
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
        if (!context.mayUnpack()) {
            throw Words.unreadable("packed.deep");
        }
        boolean isGzip = Inflating.isGzip(payload);
        if (!isGzip && !Inflating.isZlib(payload)) {
            throw Words.unreadable("packed.unknown");
        }
        int most = context.limits().unpacked();
        Inflating unpacked = isGzip ? Inflating.gzip(payload, most) : Inflating.zlib(payload, most);
        if (unpacked.bytes().isEmpty() && unpacked.fault().isPresent()) {
            throw Words.unreadable("packed.broken", unpacked.fault().get());
        }
        ReadPayload view = context.inside(unpacked.bytes());
        Rendering found = view.rendering().unpacked(Words.remark("packed.inside", isGzip ? "gzip" : "zlib",
                payload.length(), unpacked.bytes().length(), view.format().name()));
        if (unpacked.isCut()) {
            found = found.noting(Words.fault("packed.cut", most));
        }
        if (unpacked.behind() > 0) {
            found = found.noting(Words.fault("packed.behind", unpacked.behind()));
        }
        return unpacked.fault().isEmpty() ? found : found.noting(Words.fault("packed.broken", unpacked.fault().get()));
    }
}
