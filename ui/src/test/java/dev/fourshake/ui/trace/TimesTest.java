package dev.fourshake.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({"0, 0 ns", "999, 999 ns", "1000, 1.00 µs", "412300, 412 µs", "3210000, 3.21 ms", "99900000, 99.9 ms",
        "1500000000, 1.50 s", "61000000000, 1:01 min", "3661000000000, 1:01:01 h"})
    void durationsHaveThreeDigitsAndAUnit(long nanos, String text) {
        assertEquals(text, Times.duration(nanos));
    }

    @Test
    void relativeTimesHaveMicroseconds() {
        assertEquals("12.004310", Times.relative(112_004_310_999L, 100_000_000_000L));
        assertEquals("-0.000001", Times.relative(0, 1_000));
    }
}
