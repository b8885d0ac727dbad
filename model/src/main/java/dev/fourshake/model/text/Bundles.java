package dev.fourshake.model.text;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The bundles that hold what users read: English stands in those without a language, and each translation beside them.
 * Java would ask every jar of the class path for translations that are not there, and open all of them for that, which
 * takes a tenth of a second of a short command. Any thread.
 */
public final class Bundles {

    /** Languages that there are translations into, by their ISO 639 codes. */
    static final Set<String> TRANSLATIONS = Set.of();

    private static final ResourceBundle.Control CONTROL = control(TRANSLATIONS);

    private Bundles() {
    }

    /**
     * Looks for properties only, in these languages and English. Whose language is missing has no candidate but English,
     * and so does not get that of the computer.
     */
    static ResourceBundle.Control control(Set<String> translations) {
        return new ResourceBundle.Control() {

            @Override
            public List<String> getFormats(String baseName) {
                return FORMAT_PROPERTIES;
            }

            @Override
            public List<Locale> getCandidateLocales(String baseName, Locale locale) {
                return super.getCandidateLocales(baseName, locale).stream()
                        .filter(candidate -> candidate.equals(Locale.ROOT)
                                || translations.contains(candidate.getLanguage()))
                        .toList();
            }
        };
    }

    /**
     * The bundle of this base name in the language of {@code locale}, or in English.
     *
     * @throws MissingResourceException where there is none
     */
    public static ResourceBundle of(String baseName, Locale locale) {
        return ResourceBundle.getBundle(baseName, locale, Bundles.class.getClassLoader(), CONTROL);
    }

    /** The same in the user's language. */
    public static ResourceBundle of(String baseName) {
        return of(baseName, Locale.getDefault());
    }
}
