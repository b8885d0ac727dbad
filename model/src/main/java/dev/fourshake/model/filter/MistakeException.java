package dev.fourshake.model.filter;

import dev.fourshake.model.text.Message;

/** Ends the parsing of a text that is no filter. */
final class MistakeException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Mistake mistake;

    MistakeException(Token token, String key, Object... arguments) {
        super(key, null, false, false);
        mistake = new Mistake(token.at(), token.length(), Message.of(MistakeException.class, key, arguments));
    }

    Mistake mistake() {
        return mistake;
    }
}
