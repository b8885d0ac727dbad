package dev.fourshake.ui.workbench;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * The sentences of one package: its {@code messages.properties}. Every text is a {@link MessageFormat} pattern, with
 * or without arguments, so an apostrophe is written ’ (or doubled).
 */
public record Texts(ResourceBundle bundle) {

    /** The bundle {@code messages} in the package of {@code type}, in the default locale. */
    public static Texts of(Class<?> type) {
        return new Texts(ResourceBundle.getBundle(type.getPackageName() + ".messages"));
    }

    /** Those of the workbench's own parts, whatever package they are in. */
    public static Texts ofWorkbench() {
        return of(Texts.class);
    }

    /** @throws java.util.MissingResourceException if the bundle has no such key */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }
}
