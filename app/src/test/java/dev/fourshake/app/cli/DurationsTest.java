package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "5m, PT5M", "1h, PT1H", "7, PT7S", "PT1M30S, PT1M30S"})
    void readsWhatPeopleWrite(String text, Duration expected) {
        assertEquals(expected, Durations.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "5 min", "-3s", "1d2"})
    void refusesTheRestWithASentence(String text) {
        CommandFailure failure = assertThrows(CommandFailure.class, () -> Durations.parse(text));
        assertEquals(ExitStatus.WRONG_CALL, failure.exitStatus());
        assertTrue(failure.sentence().text().contains("500ms, 30s, 5m or 1h"), failure.sentence().text());
    }

    @Test
    void aNegativeIsoDurationIsNoTimeEither() {
        assertThrows(CommandFailure.class, () -> Durations.parse("PT-3S"));
    }
}
