package dev.fourshake.model.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** How a value is compared, whatever it is of. */
final class Comparisons {

    /** What a subject does not have; no comparison holds for it. */
    static final long NONE = Long.MIN_VALUE;

    private Comparisons() {
    }

    static <S> Predicate<S> number(Operator operator, long wanted, ToLongFunction<S> of) {
        return subject -> {
            long value = of.applyAsLong(subject);
            return value != NONE && operator.holds(Long.compare(value, wanted));
        };
    }

    /** A whole number, also in hexadecimal digits. */
    static long integer(Token value, long least, long most) throws MistakeException {
        try {
            String text = value.text();
            long number = text.startsWith("0x") || text.startsWith("0X") ? Long.parseLong(text.substring(2), 16)
                    : Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below, as for a number out of range
        }
        throw most == Long.MAX_VALUE || most == Integer.MAX_VALUE
                ? new MistakeException(value, "number.invalid", value.text())
                : new MistakeException(value, "number.range", value.text(), least, most);
    }

    /** A text; where an asterisk has a meaning it stands for anything. What is empty is not there. */
    static <S> Predicate<S> text(Operator operator, String wanted, Function<S, String> of, boolean globs) {
        if (operator == Operator.CONTAINS) {
            String lowerCase = wanted.toLowerCase(Locale.ROOT);
            return subject -> of.apply(subject).toLowerCase(Locale.ROOT).contains(lowerCase);
        }
        Predicate<String> fits = globs && wanted.contains("*") ? new Glob(wanted)::matches : wanted::equals;
        return subject -> {
            String value = of.apply(subject);
            return !value.isEmpty() && fits.test(value) == (operator == Operator.EQUAL);
        };
    }

    static <E extends Enum<E>> E constant(Token value, Class<E> type) throws MistakeException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.text())) {
                return constant;
            }
        }
        throw new MistakeException(value, "name.invalid", value.text(), names(type));
    }

    /** As they are said in a sentence. */
    @SafeVarargs
    static String names(Class<? extends Enum<?>>... types) {
        return Arrays.stream(types).flatMap(type -> Arrays.stream(type.getEnumConstants())).map(Enum::name)
                .filter(name -> !name.equals("RESERVED") && !name.equals("NONE")).distinct()
                .collect(Collectors.joining(", "));
    }

    /** One of the names of a type, or several with an asterisk. */
    static <S, E extends Enum<E>> Predicate<S> name(Operator operator, Token value, Class<E> type,
            Function<S, Optional<String>> of) throws MistakeException {
        String pattern = value.text().toUpperCase(Locale.ROOT);
        if (!pattern.contains("*")) {
            constant(value, type);
        }
        Glob glob = new Glob(pattern);
        return subject -> of.apply(subject)
                .filter(name -> glob.matches(name) == (operator == Operator.EQUAL)).isPresent();
    }
}
