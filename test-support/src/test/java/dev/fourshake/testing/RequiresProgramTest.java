package dev.fourshake.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs where what is missing is skipped and, on the server, where it fails: the reason is the same. */
class RequiresProgramTest {

    @Test
    void aTestRunsWhereItsProgramIsThere() {
        assertEquals(1, run(NeedsWhoami.class).testEvents().succeeded().count());
    }

    @Test
    void whatIsMissingIsNamedOfAllAnnotations() {
        assertTrue(reason(run(NeedsMore.class)).contains("not installed: no-such-program, nor-this"));
    }

    @Test
    void findsAProgramOnThePath() {
        assertTrue(Files.isExecutable(Programs.get("whoami")));
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
    }

    private static String reason(EngineExecutionResults results) {
        return results.allEvents().stream()
                .flatMap(event -> event.getPayload().stream())
                .map(payload -> payload instanceof TestExecutionResult result
                        ? result.getThrowable().map(Throwable::getMessage).orElse("")
                        : payload.toString())
                .filter(text -> text.contains("not installed"))
                .findFirst().orElse("");
    }

    static class NeedsWhoami {
        @Test
        @RequiresProgram("whoami")
        void runs() {
        }
    }

    static class NeedsMore {
        @Test
        @RequiresProgram({"whoami", "no-such-program"})
        @RequiresProgram("nor-this")
        void runs() {
        }
    }
}
