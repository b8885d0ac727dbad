package dev.fourshake.model.filter;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.Arrays;
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
    public static List<Proposal> at(String text, int caret, Vocabulary seen) {
        String before = text.substring(0, caret);
        Matcher word = WORD.matcher(before);
        int from = word.find() ? word.start() : caret;
        String begun = before.substring(from);
        int colon = begun.indexOf(':');
        if (colon > 0 && Field.ofCode(begun.substring(0, colon)).isPresent()) {
            from += colon + 1;
            return proposals(values(Field.ofCode(begun.substring(0, colon)).get(), seen), begun.substring(colon + 1),
                    from, caret);
        }
        return proposals(next(before.substring(0, from), seen), begun, from, caret);
    }

    private static Stream<String> next(String before, Vocabulary seen) {
        Matcher compared = AFTER_OPERATOR.matcher(before);
        if (compared.find()) {
            return Field.ofCode(compared.group(1)).map(field -> values(field, seen)).orElse(Stream.empty());
        }
        Matcher named = AFTER_FIELD.matcher(before);
        Field field = named.find() ? Field.ofCode(named.group(1)).orElse(null) : null;
        if (field != null && !AFTER_VALUE.matcher(before).find()) {
            return operators(field);
        }
        Stream<String> fields = Arrays.stream(Field.values()).map(Field::code);
        return AT_BEGINNING.matcher(before).find() ? Stream.concat(fields, Stream.of("not", "exchange("))
                : Stream.concat(Stream.of("and", "or"), fields);
    }

    /** A value that happens to be called like a field. */
    private static final Pattern AFTER_VALUE = Pattern.compile("(==|=|!=|<=|>=|<|>|~)\\s*\\S+\\s+$");

    private static Stream<String> operators(Field field) {
        Stream<String> signs = field.operators().stream().sorted().map(Operator::code);
        return field.allows(Operator.EQUAL) ? Stream.concat(signs, Stream.of("in {")) : signs;
    }

    private static Stream<String> values(Field field, Vocabulary seen) {
        return switch (field) {
            case TYPE -> names(PacketType.class).filter(name -> !name.equals(PacketType.RESERVED.name()));
            case CLIENT -> seen.clients().stream().map(Completion::word);
            case TOPIC -> seen.topics().stream().map(Completion::word);
            case QOS -> Stream.of("0", "1", "2");
            case DUP, RETAIN -> Stream.of("true", "false");
            case STATE -> Stream.concat(names(Outcome.class),
                    Stream.concat(names(SenderState.class), names(ReceiverState.class))).distinct()
                    .map(name -> name.toLowerCase(Locale.ROOT));
            case SENDER -> names(SenderState.class).map(name -> name.toLowerCase(Locale.ROOT));
            case RECEIVER -> names(ReceiverState.class).map(name -> name.toLowerCase(Locale.ROOT));
            case JUDGEMENT -> names(Judgement.class).map(name -> name.toLowerCase(Locale.ROOT));
            case FINDING -> Stream.concat(Stream.of("FS-*", "MQTT-*"), seen.rules().stream());
            case SEVERITY -> names(Severity.class).filter(name -> !name.equals(Severity.NONE.name()))
                    .map(name -> name.toLowerCase(Locale.ROOT));
            case DIRECTION -> Stream.of("c2s", "s2c");
            case REASON -> Stream.of("0x80");
            case ID, TIME, PAYLOAD, SIZE, LINK, NO -> Stream.empty();
        };
    }

    private static Stream<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name);
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
