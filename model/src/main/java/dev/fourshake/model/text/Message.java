package dev.fourshake.model.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A sentence for the user that has not chosen its language yet: a key of a resource bundle and the values that
 * belong into it. The model makes messages; the edge (window, terminal, report) turns them into text.
 *
 * @param bundle    base name of the resource bundle
 * @param key       key of a {@link MessageFormat} pattern in it
 * @param arguments values of the pattern; strings, numbers, or messages, which are rendered in the same language
 */
public record Message(String bundle, String key, List<Object> arguments) {

    /** Patterns that were read once, as reading them takes longer than filling them in. */
    private static final Map<Locale, Map<String, MessageFormat>> FORMATS = new ConcurrentHashMap<>();

    public Message {
        arguments = List.copyOf(arguments);
    }

    /** A message from the bundle {@code messages} that lies in the package of {@code home}. */
    public static Message of(Class<?> home, String key, Object... arguments) {
        return new Message(home.getPackageName() + ".messages", key, Arrays.asList(arguments));
    }

    /** The sentence in the language of {@code locale}; the bare key, with its values, where no bundle knows it. */
    public String text(Locale locale) {
        Object[] values = arguments.stream().map(value -> value instanceof Message m ? m.text(locale) : value)
                .toArray();
        try {
            String pattern = Bundles.of(bundle, locale).getString(key);
            MessageFormat format = FORMATS.computeIfAbsent(locale, _ -> new ConcurrentHashMap<>())
                    .computeIfAbsent(pattern, text -> new MessageFormat(text, locale));
            synchronized (format) {
                return format.format(values);
            }
        } catch (MissingResourceException _) {
            return key + arguments;
        }
    }

    /** The sentence in the user's language. */
    public String text() {
        return text(Locale.getDefault(Locale.Category.DISPLAY));
    }
}
