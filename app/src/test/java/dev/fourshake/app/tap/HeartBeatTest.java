package dev.fourshake.app.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartBeatTest {

    /** The longest silence is two pauses; a broker bears one and a half of the keep alive. */
    @ParameterizedTest
    @CsvSource({"1, 500", "3, 1500", "6, 3000", "10, 5000", "60, 5000", "65535, 5000", "0, 5000"})
    void noSilenceIsLongerThanTheKeepAlive(int keepAliveSeconds, long millis) {
        assertEquals(millis, HeartBeat.pauseMillis(keepAliveSeconds));
        assertTrue(keepAliveSeconds == 0 || 2 * millis <= keepAliveSeconds * 1_000L);
    }
}
