package dev.fourshake.model.filter;

/**
 * A piece of a filter's text.
 *
 * @param text   what it says: of quoted text, without the quotes
 * @param at     where it begins
 * @param length how long it is there
 */
record Token(Kind kind, String text, int at, int length) {

    enum Kind { WORD, QUOTED, OPERATOR, AND, OR, NOT, OPEN, CLOSE, OPEN_SET, CLOSE_SET, COMMA, END }

    boolean isValue() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }
}
