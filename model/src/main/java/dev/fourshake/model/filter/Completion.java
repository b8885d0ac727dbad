package dev.fourshake.model.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Proposes what may come next in a filter: fields, operators, and values that make sense or were seen. */
public final class Completion {

    private static final int MOST = 50;
    private static final Pattern WORD = Pattern.compile("[^\\s(){},\"=!<>~&|]*$");
    private static final Pattern AFTER_OPERATOR = Pattern.compile(
            "(?i)(\\w+)\\s*(==|=|!=|<=|>=|<|>|~|contains\\s|matches\\s|in\\s*\\{(?:[^}]*,)?)\\s*$");
    private static final Pattern AFTER_FIELD = Pattern.compile("(?i)(\\w+)\\s+$");
    private static final Pattern AT_BEGINNING = Pattern.compile("(?i)(^|[(&|!]|\\b(and|or|not))\\s*$");

    private Completion() {
    }

    /** The likeliest first; none where only the user can know. */
    public static List<Proposal> at(Language<?> language, String text, int caret, Vocabulary seen) {
        String before = text.substring(0, caret);
        Matcher word = WORD.matcher(before);
        int from = word.find() ? word.start() : caret;
        String begun = before.substring(from);
        int colon = begun.indexOf(':');
        Term<?> asked = colon > 0 ? language.term(begun.substring(0, colon)).orElse(null) : null;
        if (asked != null) {
            return proposals(asked.values(seen), begun.substring(colon + 1), from + colon + 1, caret);
        }
        return proposals(next(language, before.substring(0, from), seen), begun, from, caret);
    }

    private static Stream<String> next(Language<?> language, String before, Vocabulary seen) {
        Matcher compared = AFTER_OPERATOR.matcher(before);
        if (compared.find()) {
            return language.term(compared.group(1)).map(field -> field.values(seen)).orElse(Stream.empty());
        }
        Matcher named = AFTER_FIELD.matcher(before);
        Term<?> field = named.find() ? language.term(named.group(1)).orElse(null) : null;
        if (field != null && !AFTER_VALUE.matcher(before).find()) {
            return operators(field);
        }
        if (!AT_BEGINNING.matcher(before).find()) {
            return Stream.concat(Stream.of("and", "or"), language.fields());
        }
        return Stream.concat(language.fields(),
                language.ofExchange().isPresent() ? Stream.of("not", "exchange(") : Stream.of("not"));
    }

    /** A value that happens to be called like a field. */
    private static final Pattern AFTER_VALUE = Pattern.compile("(==|=|!=|<=|>=|<|>|~)\\s*\\S+\\s+$");

    private static Stream<String> operators(Term<?> field) {
        Stream<String> signs = field.operators().stream().sorted().map(Operator::code);
        return field.allows(Operator.EQUAL) ? Stream.concat(signs, Stream.of("in {")) : signs;
    }

    /** In quotes only where it needs them. */
    public static String word(String value) {
        boolean plain = WORD.matcher(value).matches() && !value.isEmpty()
                && !Set.of("and", "or", "not", "contains", "matches", "in").contains(value.toLowerCase(Locale.ROOT));
        return plain ? value : Node.quoted(value);
    }

    private static List<Proposal> proposals(Stream<String> texts, String begun, int from, int to) {
        String wanted = begun.toLowerCase(Locale.ROOT);
        List<String> first = new ArrayList<>();
        List<String> within = new ArrayList<>();
        texts.forEach(text -> {
            String lowerCase = text.toLowerCase(Locale.ROOT);
            if (lowerCase.startsWith(wanted)) {
                first.add(text);
            } else if (lowerCase.contains(wanted)) {
                within.add(text);
            }
        });
        return Stream.concat(first.stream(), within.stream()).filter(text -> !text.equals(begun)).limit(MOST)
                .map(text -> new Proposal(text, from, to)).toList();
    }
}
