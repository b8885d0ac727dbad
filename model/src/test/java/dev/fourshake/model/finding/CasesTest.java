package dev.fourshake.model.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.trace.Transcript;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in the traffic of {@code cases}, and what is not. */
class CasesTest {

    /** "1 bytes": what there is one of is not many. */
    private static final Pattern ONE_OF_MANY = Pattern.compile(
            "(?<![\\w.,])1 (bytes|codes|connections|messages|packets|seconds|times|Topic Filters|topics)\\b");

    static Stream<Case> cases() throws IOException {
        return Case.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thisIsFound(Case given) {
        TraceSnapshot now = Transcript.of(given.version(), given.transcript());
        Set<String> found = new TreeSet<>();
        for (Finding finding : now.findings()) {
            found.add(finding.rule());
            says(finding, finding.message());
            says(finding, finding.advice());
            assertTrue(finding.rows().stream().allMatch(row -> row < now.rowCount()), finding::toString);
        }
        if (given.expected().startsWith("not ")) {
            assertFalse(found.contains(given.expected().substring(4)), found::toString);
        } else {
            Set<String> own = new TreeSet<>(found);
            own.removeIf(rule -> !rule.startsWith("FS-") || given.rules().contains(rule));
            found.removeAll(own);
            assertEquals(given.rules(), found, () -> told(now.findings()));
        }
    }

    private static void says(Finding finding, Message message) {
        String sentence = message.text(Locale.ENGLISH);
        assertFalse(sentence.startsWith(message.key()), finding.rule() + " has no sentence " + message.key());
        assertFalse(sentence.contains("{") || sentence.contains("''"), sentence);
        assertFalse(ONE_OF_MANY.matcher(sentence).find(), sentence);
        assertTrue(sentence.endsWith(".") || sentence.endsWith(")"), sentence);
    }

    private static String told(List<Finding> findings) {
        StringBuilder told = new StringBuilder();
        findings.forEach(finding -> told.append(finding.rule()).append(' ').append(finding.rows()).append(": ")
                .append(finding.message().text(Locale.ENGLISH)).append('\n'));
        return told.toString();
    }
}
