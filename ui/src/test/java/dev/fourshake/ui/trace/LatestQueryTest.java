package dev.fourshake.ui.trace;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class LatestQueryTest {

    /** A cell that is laid out once more after its view has ended asks for its text. */
    @Test
    void whoAsksAfterTheEndIsNotAnswered() {
        LatestQuery<String> query = new LatestQuery<>("closed");
        query.close();
        assertDoesNotThrow(() -> query.ask(() -> fail("asked"), _ -> fail("answered")));
    }
}
