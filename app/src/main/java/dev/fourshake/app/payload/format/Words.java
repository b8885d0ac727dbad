package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import java.util.regex.Pattern;

/** The sentences of the formats. */
final class Words {

    /** Jackson tells of its switches and where it read from; Protobuf guesses in a second sentence. */
    private static final Pattern HOUSE_TALK =
            Pattern.compile("\\s*\\(start (marker|token) at .*|: enable `.*|\\.\\s{2,}.*");

    private Words() {
    }

    static Message of(String key, Object... arguments) {
        return Message.of(Words.class, key, arguments);
    }

    static PayloadException unreadable(String key, Object... arguments) {
        return new PayloadException(of(key, arguments));
    }

    static Rendering.Note fault(String key, Object... arguments) {
        return Rendering.Note.fault(of(key, arguments));
    }

    static Rendering.Note remark(String key, Object... arguments) {
        return Rendering.Note.remark(of(key, arguments));
    }

    /**
     * What a library says of a fault: its first line, and not too much of it. Where it says nothing, it has hit the
     * end.
     */
    static String told(Exception failure) {
        String message = failure.getMessage() == null ? of("binary.ends").text() : failure.getMessage();
        return sentence(message);
    }

    /** The first sentence of what a library says, without what only its programmers understand. */
    static String sentence(String message) {
        String line = HOUSE_TALK.matcher(message.lines().findFirst().orElse("")).replaceFirst("");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
