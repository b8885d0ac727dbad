package dev.fourshake.model.filter;

import dev.fourshake.model.filter.Token.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads a filter's pieces: {@code not} binds closest, then {@code and} (which may be left out), then {@code or}. */
final class Parser<S> {

    private static final String EXCHANGE = "exchange";
    private static final String IN = "in";
    /** A text of so many brackets is nobody's filter. */
    private static final int DEPTH = 200;

    private final Language<S> language;
    private final List<Token> tokens;
    private final ZoneId zone;
    private int next;
    private int depth;

    private Parser(Language<S> language, List<Token> tokens, ZoneId zone) {
        this.language = language;
        this.tokens = tokens;
        this.zone = zone;
    }

    static <S> Node<S> parse(Language<S> language, String text, ZoneId zone) throws MistakeException {
        Parser<S> parser = new Parser<>(language, Lexer.read(text, language), zone);
        Node<S> whole = parser.or();
        if (parser.peek().kind() != Kind.END) {
            throw new MistakeException(parser.peek(), "surplus", parser.peek().text());
        }
        return whole;
    }

    private Node<S> or() throws MistakeException {
        List<Node<S>> parts = new ArrayList<>(List.of(and()));
        while (accept(Kind.OR)) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.Or<>(parts);
    }

    private Node<S> and() throws MistakeException {
        List<Node<S>> parts = new ArrayList<>(List.of(not()));
        while (accept(Kind.AND) || begins(peek())) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.And<>(parts);
    }

    private static boolean begins(Token token) {
        return token.isValue() || token.kind() == Kind.NOT || token.kind() == Kind.OPEN;
    }

    private Node<S> not() throws MistakeException {
        if (++depth > DEPTH) {
            throw new MistakeException(peek(), "depth");
        }
        try {
            return accept(Kind.NOT) ? new Node.Not<>(not()) : primary();
        } finally {
            depth--;
        }
    }

    private Node<S> primary() throws MistakeException {
        Token token = take();
        switch (token.kind()) {
            case OPEN -> {
                return enclosed(token);
            }
            case QUOTED -> {
                return language.words(token.text());
            }
            case WORD -> {
                return word(token);
            }
            case OPERATOR, AND, OR, NOT, CLOSE, OPEN_SET, CLOSE_SET, COMMA ->
                    throw new MistakeException(token, "unexpected", token.text(), language.examples());
            case END -> throw new MistakeException(token, "missing", language.examples());
        }
        throw new MistakeException(token, "missing", language.examples());
    }

    private Node<S> enclosed(Token open) throws MistakeException {
        Node<S> part = or();
        if (!accept(Kind.CLOSE)) {
            throw peek().kind() == Kind.END ? new MistakeException(open, "bracket.open")
                    : new MistakeException(peek(), "surplus", peek().text());
        }
        return part;
    }

    private Node<S> word(Token token) throws MistakeException {
        if (token.text().equalsIgnoreCase(EXCHANGE) && peek().kind() == Kind.OPEN
                && language.ofExchange().isPresent()) {
            return language.ofExchange().get().apply(enclosed(take()));
        }
        Term<S> field = language.term(token.text()).orElse(null);
        boolean isCompared = peek().kind() == Kind.OPERATOR
                || peek().text().equalsIgnoreCase(IN) && after().kind() == Kind.OPEN_SET;
        if (isCompared && field == null) {
            throw unknown(token);
        } else if (isCompared) {
            return peek().kind() == Kind.OPERATOR ? comparison(field) : set(field);
        } else if (field != null && field.isFlag()) {
            return new Node.Flag<>(field, field.flag());
        } else if (field != null && peek().kind() == Kind.END) {
            throw new MistakeException(peek(), "operator.missing", field.code(), operators(field));
        }
        if (field != null && peek().text().equalsIgnoreCase(IN) && peek().kind() == Kind.WORD && after().isValue()) {
            throw new MistakeException(after(), "set.open", after().text());
        }
        return language.words(token.text());
    }

    private MistakeException unknown(Token token) {
        List<String> fields = language.fields().toList();
        return Suggestion.of(token.text(), fields)
                .map(near -> new MistakeException(token, "field.unknown", token.text(), near))
                .orElseGet(() -> new MistakeException(token, "field.none", token.text(), String.join(", ", fields)));
    }

    private static String operators(Term<?> field) {
        return String.join(" ", field.operators().stream().sorted().map(Operator::code).toList());
    }

    private Node<S> comparison(Term<S> field) throws MistakeException {
        Token sign = take();
        Operator operator = Operator.ofCode(sign.text()).orElseThrow();
        if (!field.allows(operator)) {
            throw new MistakeException(sign, "operator.invalid", field.code(), sign.text(), operators(field));
        }
        Token value = value(field);
        return new Node.Comparison<>(field, operator, List.of(written(value)),
                List.of(field.condition(operator, value, zone)));
    }

    private Node<S> set(Term<S> field) throws MistakeException {
        take();
        Token open = take();
        if (!field.allows(Operator.EQUAL)) {
            throw new MistakeException(open, "operator.invalid", field.code(), IN, operators(field));
        }
        List<String> values = new ArrayList<>();
        List<Predicate<S>> each = new ArrayList<>();
        do {
            Token value = value(field);
            values.add(written(value));
            each.add(field.condition(Operator.EQUAL, value, zone));
        } while (accept(Kind.COMMA));
        if (!accept(Kind.CLOSE_SET)) {
            throw peek().kind() == Kind.END ? new MistakeException(open, "bracket.open")
                    : new MistakeException(peek(), "surplus", peek().text());
        }
        return new Node.Comparison<>(field, Operator.EQUAL, values, each);
    }

    /** Bytes stand without quotes, all else with them. */
    private static String written(Token value) {
        return value.kind() == Kind.WORD && value.text().startsWith("0x") ? value.text() : Node.quoted(value.text());
    }

    private Token value(Term<S> field) throws MistakeException {
        Token value = take();
        if (!value.isValue()) {
            throw new MistakeException(value, "value.missing", field.code());
        }
        return value;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token after() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    private Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private boolean accept(Kind kind) {
        boolean is = peek().kind() == kind;
        if (is) {
            take();
        }
        return is;
    }
}
