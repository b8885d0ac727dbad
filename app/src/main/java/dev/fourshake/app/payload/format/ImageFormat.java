package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.util.List;
import java.util.Optional;

/** PNG, JPEG, GIF and BMP. Its size is read first, and one that would need too much memory is not decoded. */
public final class ImageFormat implements PayloadFormat {

    @Override
    public String id() {
        return "image";
    }

    @Override
    public Message name() {
        return Words.of("format.image");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        return Likelihood.CONTENT_TYPE.when(hints.mediaType().startsWith("image/"))
                .or(Likelihood.SIGNATURE.when(ImageHeader.isKnown(payload)));
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
        ImageHeader header = ImageHeader.read(payload).orElseThrow(() -> Words.unreadable("image.unknown"));
        long pixels = (long) header.width() * header.height();
        if (pixels <= 0 || pixels > context.limits().pixels()) {
            throw Words.unreadable(pixels <= 0 ? "image.none" : "image.size", header.type(),
                    Integer.toString(header.width()), Integer.toString(header.height()));
        }
        return new Rendering("", Optional.empty(),
                Optional.of(new Rendering.Image(header.type(), header.width(), header.height(), payload)), false,
                List.of());
    }
}
