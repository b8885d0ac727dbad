package dev.fourshake.model.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.trace.Transcript;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong packet is accused, once, and no other with it. */
class NastySequencesTest {

    static Stream<Case> cases() throws IOException {
        return Case.of("nasty").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theseStatementsAreBroken(Case given) {
        TraceSnapshot now = Transcript.of(given.version(), given.transcript());
        List<Finding> errors = now.findings().stream().filter(found -> found.severity() == Severity.ERROR).toList();
        assertEquals(given.ruleList(), errors.stream().map(Finding::rule).toList(), () -> errors.stream()
                .map(found -> found.rule() + " " + found.rows() + " " + found.message().text())
                .collect(Collectors.joining("\n")));
    }
}
