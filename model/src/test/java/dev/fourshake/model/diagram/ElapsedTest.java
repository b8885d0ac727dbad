package dev.fourshake.model.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ns", "999, 999 ns", "1000, 1 µs", "12_345, 12.3 µs", "999_499, 999 µs", "999_999, 1 ms",
        "1_240_000, 1.24 ms", "4_200_000_000, 4.2 s", "59_999_999_999, 1 min", "125_000_000_000, 2 min 5 s",
        "7_380_000_000_000, 2 h 3 min", "97_200_000_000_000, 1 d 3 h", "-1500, -1.5 µs",
        "-9223372036854775808, -106751 d 23 h"
    })
    void threeDigitsAndTheUnitThatSuits(String nanos, String text) {
        assertEquals(text, Elapsed.text(Long.parseLong(nanos.replace("_", ""))));
    }
}
