package dev.fourshake.app.client;

import dev.fourshake.model.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Why something that was asked of a {@link DeviceClient} did not happen, in sentences for the user. */
public final class ClientFailure extends Exception {

    private static final long serialVersionUID = 1;

    /** What a caller may want to tell apart. */
    public enum Kind {
        /** The broker answered CONNECT with a Reason Code of 0x80 or above (before MQTT 5: with a Return Code). */
        REFUSED,
        /** Nobody answers at this address. */
        UNREACHABLE,
        /** The TLS handshake failed. */
        TLS,
        /** The broker did not answer in time. */
        TIMED_OUT,
        /** The connection ended before the answer came. */
        CONNECTION_LOST,
        /** The broker sent what is not MQTT, or not allowed. */
        PROTOCOL,
        /** A publish was answered with a Reason Code of 0x80 or above. */
        REJECTED,
        /** The protocol version, this client or this broker has no way to say what was asked for. Nothing was sent. */
        NOT_EXPRESSIBLE,
        /** The payload could not be read. Nothing was sent. */
        PAYLOAD,
        /** Not now: not connected, already connected, or closed. Nothing was sent. */
        WRONG_STATE
    }

    private final Kind kind;
    private final int reasonCode;
    private final transient List<Message> sentences;

    ClientFailure(Kind kind, int reasonCode, List<Message> sentences, Throwable cause) {
        super(null, cause);
        this.kind = kind;
        this.reasonCode = reasonCode;
        this.sentences = List.copyOf(sentences);
    }

    static ClientFailure of(Kind kind, Message sentence) {
        return new ClientFailure(kind, -1, List.of(sentence), null);
    }

    static ClientFailure of(Kind kind, Message sentence, Throwable cause) {
        return new ClientFailure(kind, -1, List.of(sentence), cause);
    }

    /** A message of this package's bundle. */
    static Message text(String key, Object... arguments) {
        return Message.of(ClientFailure.class, key, arguments);
    }

    /** The failure in what a client's future failed with. */
    public static ClientFailure in(Throwable failure) {
        return switch (failure) {
            case ClientFailure known -> known;
            case CompletionException e when e.getCause() != null -> in(e.getCause());
            case ExecutionException e when e.getCause() != null -> in(e.getCause());
            case TimeoutException e -> of(Kind.TIMED_OUT, text("timedOut"), e);
            case Throwable other -> of(Kind.PROTOCOL, text("unexpected", Reason.of(other)), other);
        };
    }

    public Kind kind() {
        return kind;
    }

    /** The Reason Code or Return Code of the broker, where it gave one. */
    public OptionalInt reasonCode() {
        return reasonCode < 0 ? OptionalInt.empty() : OptionalInt.of(reasonCode);
    }

    /** What happened and what to do, in sentences. */
    public List<Message> sentences() {
        return sentences;
    }

    /** All sentences in one text. */
    public String text(Locale locale) {
        return sentences.stream().map(sentence -> sentence.text(locale)).collect(Collectors.joining(" "));
    }

    @Override
    public String getMessage() {
        return text(Locale.getDefault(Locale.Category.DISPLAY));
    }
}
