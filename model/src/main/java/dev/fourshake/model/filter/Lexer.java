package dev.fourshake.model.filter;

import dev.fourshake.model.filter.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a filter's text into pieces. A word is all that is no space and no sign, so that most topics need no quotes. */
final class Lexer {

    private static final String SIGNS = "(){},\"=!<>~&|";

    private final String text;
    private final Language<?> language;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, Language<?> language) {
        this.text = text;
        this.language = language;
    }

    /** The pieces, an END last. */
    static List<Token> read(String text, Language<?> language) throws MistakeException {
        Lexer lexer = new Lexer(text, language);
        while (lexer.next()) {
            // one more piece
        }
        return lexer.tokens;
    }

    private boolean next() throws MistakeException {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            add(Kind.END, "", 0);
            return false;
        }
        char sign = text.charAt(at);
        switch (sign) {
            case '(' -> add(Kind.OPEN, "(", 1);
            case ')' -> add(Kind.CLOSE, ")", 1);
            case '{' -> add(Kind.OPEN_SET, "{", 1);
            case '}' -> add(Kind.CLOSE_SET, "}", 1);
            case ',' -> add(Kind.COMMA, ",", 1);
            case '~' -> add(Kind.OPERATOR, "~", 1);
            case '"' -> quoted();
            case '=', '<', '>' -> operator(sign);
            case '!' -> {
                if (follows('=')) {
                    add(Kind.OPERATOR, "!=", 2);
                } else {
                    add(Kind.NOT, "!", 1);
                }
            }
            case '&', '|' -> {
                if (!follows(sign)) {
                    throw new MistakeException(new Token(Kind.WORD, String.valueOf(sign), at, 1), "sign.double",
                            String.valueOf(sign));
                }
                add(sign == '&' ? Kind.AND : Kind.OR, text.substring(at, at + 2), 2);
            }
            case '\'' -> throw new MistakeException(new Token(Kind.WORD, "'", at, 1), "quote.single", "'");
            default -> word();
        }
        return true;
    }

    private boolean follows(char sign) {
        return at + 1 < text.length() && text.charAt(at + 1) == sign;
    }

    private void operator(char sign) {
        int length = follows('=') ? 2 : 1;
        add(Kind.OPERATOR, text.substring(at, at + length), length);
    }

    private void word() {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))
                && SIGNS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String word = text.substring(at, end);
        int colon = word.indexOf(':');
        if (colon > 0 && language.term(word.substring(0, colon)).isPresent()) {
            // qos:1 is qos = 1, but 14:03:22 is a time
            add(Kind.WORD, word.substring(0, colon), colon);
            add(Kind.OPERATOR, ":", 1);
            return;
        }
        Kind kind = switch (word.toLowerCase(Locale.ROOT)) {
            case "and" -> Kind.AND;
            case "or" -> Kind.OR;
            case "not" -> Kind.NOT;
            case "contains", "matches" -> Kind.OPERATOR;
            default -> Kind.WORD;
        };
        add(kind, word, word.length());
    }

    private void quoted() throws MistakeException {
        StringBuilder value = new StringBuilder();
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            if (text.charAt(end) == '\\' && end + 1 < text.length()) {
                end++;
            }
            value.append(text.charAt(end++));
        }
        if (end >= text.length()) {
            throw new MistakeException(new Token(Kind.QUOTED, "", at, text.length() - at), "quote.open");
        }
        add(Kind.QUOTED, value.toString(), end + 1 - at);
    }

    private void add(Kind kind, String value, int length) {
        tokens.add(new Token(kind, value, at, length));
        at += length;
    }
}
