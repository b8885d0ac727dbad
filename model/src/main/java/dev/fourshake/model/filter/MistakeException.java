package dev.fourshake.model.filter;

import dev.fourshake.model.text.Message;
import java.util.Arrays;

/** Ends the parsing of a text that is no filter. */
final class MistakeException extends Exception {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 40;

    private final transient Mistake mistake;

    MistakeException(Token token, String key, Object... arguments) {
        super(key, null, false, false);
        Object[] shown = Arrays.stream(arguments)
                .map(argument -> argument.equals(token.text()) ? brief(token.text()) : argument).toArray();
        mistake = new Mistake(token.at(), token.length(), Message.of(MistakeException.class, key, shown));
    }

    /** It is marked in the text: a sentence need not repeat all of it. */
    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    Mistake mistake() {
        return mistake;
    }
}
