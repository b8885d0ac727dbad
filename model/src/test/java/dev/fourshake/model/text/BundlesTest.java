package dev.fourshake.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {

    /** Beside the sources of this module are those of the others. */
    private static final Path PROJECT = Path.of("..");
    private static final Pattern TRANSLATION = Pattern.compile("\\w+?_([a-z]{2,3})(_\\w+)?\\.properties");

    @Test
    void everyTranslationThatIsThereIsLookedFor() throws IOException {
        assertEquals(translations(), Bundles.TRANSLATIONS);
    }

    private static Set<String> translations() throws IOException {
        try (Stream<Path> files = Stream.of("model", "app", "ui").map(module -> PROJECT.resolve(module)
                .resolve("src/main/resources")).flatMap(BundlesTest::files)) {
            return files.map(file -> TRANSLATION.matcher(file.getFileName().toString())).filter(Matcher::matches)
                    .map(matcher -> matcher.group(1)).collect(Collectors.toSet());
        }
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.exists(folder) ? Files.walk(folder) : Stream.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void whoseLanguageIsMissingReadsEnglishWhateverTheComputerSpeaks() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        try {
            assertEquals("Good morning", greeting(Locale.ENGLISH, Set.of("zh")));
            assertEquals("Good morning", greeting(Locale.GERMANY, Set.of("zh")));
            assertEquals("早上好", greeting(Locale.SIMPLIFIED_CHINESE, Set.of("zh")));
            assertEquals("Good morning", greeting(Locale.SIMPLIFIED_CHINESE, Set.of()));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String greeting(Locale locale, Set<String> translations) {
        ResourceBundle.clearCache();
        return ResourceBundle.getBundle(BundlesTest.class.getPackageName() + ".greeting", locale,
                BundlesTest.class.getClassLoader(), Bundles.control(translations)).getString("morning");
    }
}
