package dev.fourshake.app.payload;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Reads payloads in the formats that there are. Any bytes give a view, whatever a format does: one that fails is passed
 * over, and said. Any thread; takes as long as {@link PayloadLimits} allows.
 */
public final class PayloadReader {

    private record Claim(PayloadFormat format, Likelihood likelihood) {
    }

    private final List<PayloadFormat> formats;
    private final List<Message> notLoaded;

    /** With these formats; of equally likely ones the first is taken. */
    public PayloadReader(List<PayloadFormat> formats) {
        this(formats, List.of());
    }

    private PayloadReader(List<PayloadFormat> formats, List<Message> notLoaded) {
        this.formats = List.copyOf(formats);
        this.notLoaded = List.copyOf(notLoaded);
    }

    /** With all formats on the class path. */
    public static PayloadReader load() {
        List<PayloadFormat> found = new ArrayList<>();
        List<Message> failed = new ArrayList<>();
        for (ServiceLoader.Provider<PayloadFormat> provider
                : ServiceLoader.load(PayloadFormat.class, PayloadReader.class.getClassLoader()).stream().toList()) {
            try {
                found.add(provider.get());
            } catch (ServiceConfigurationError | LinkageError failure) {
                failed.add(Message.of(PayloadReader.class, "failed.load", provider.type().getName(), told(failure)));
            }
        }
        return new PayloadReader(found, failed);
    }

    /** In the order in which they are offered. */
    public List<PayloadFormat> formats() {
        return formats;
    }

    public Optional<PayloadFormat> format(String id) {
        return formats.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /** Reads {@code payload} in the format that {@code choice} finds; where that cannot read it, as hex. */
    public ReadPayload read(Bytes payload, PayloadHints hints, Choice choice, PayloadLimits limits) {
        PayloadContext context = new PayloadContext(this, hints, limits, choice.schemaOrNone(),
                choice.formatGiven().isPresent(), 0);
        return switch (choice) {
            case Choice.ByLooking _ -> look(payload, context);
            case Choice.Given given -> given(payload, given, context);
        };
    }

    ReadPayload inside(Bytes payload, PayloadContext context) {
        return look(payload, context);
    }

    private ReadPayload given(Bytes payload, Choice.Given given, PayloadContext context) {
        List<Message> passedOver = new ArrayList<>(notLoaded);
        Optional<PayloadFormat> wanted = format(given.format());
        if (wanted.isEmpty()) {
            passedOver.add(Message.of(PayloadReader.class, "failed.unknown", given.format()));
        }
        return wanted.flatMap(format -> attempt(format, given.reason(), payload, context, passedOver))
                .orElseGet(() -> lastResort(payload, context, passedOver));
    }

    private ReadPayload look(Bytes payload, PayloadContext context) {
        List<Message> passedOver = new ArrayList<>(notLoaded);
        List<Claim> claims = new ArrayList<>();
        for (PayloadFormat format : formats) {
            Likelihood likelihood = likelihood(format, payload, context.hints(), passedOver);
            if (likelihood != Likelihood.NO) {
                claims.add(new Claim(format, likelihood));
            }
        }
        claims.sort(Comparator.comparing(Claim::likelihood).reversed());
        for (Claim claim : claims) {
            Optional<ReadPayload> view = attempt(claim.format(), claim.likelihood().reason(), payload, context,
                    passedOver);
            if (view.isPresent()) {
                return view.get();
            }
        }
        return lastResort(payload, context, passedOver);
    }

    private static Likelihood likelihood(PayloadFormat format, Bytes payload, PayloadHints hints,
            List<Message> passedOver) {
        try {
            return Objects.requireNonNull(format.likelihood(hints, payload), "it answers nothing");
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            passedOver.add(Message.of(PayloadReader.class, "failed.broke", format.id(), told(failure)));
            return Likelihood.NO;
        }
    }

    private static Optional<ReadPayload> attempt(PayloadFormat format, Message reason, Bytes payload,
                                                 PayloadContext context, List<Message> passedOver) {
        try {
            Rendering rendering = Objects.requireNonNull(format.render(payload, context), "it answers nothing");
            return Optional.of(new ReadPayload(format, reason, rendering, passedOver));
        } catch (PayloadException unreadable) {
            passedOver.add(Message.of(PayloadReader.class, "failed.unreadable", format.name(), unreadable.reason()));
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            passedOver.add(Message.of(PayloadReader.class, "failed.broke", format.id(), told(failure)));
        }
        return Optional.empty();
    }

    private static ReadPayload lastResort(Bytes payload, PayloadContext context, List<Message> passedOver) {
        HexDumpFormat hex = new HexDumpFormat();
        return new ReadPayload(hex, Likelihood.ANY_BYTES.reason(), hex.render(payload, context), passedOver);
    }

    private static String told(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName()
                : message.substring(0, Math.min(200, message.length()));
    }
}
