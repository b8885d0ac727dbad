package dev.fourshake.app.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreeChangesTest {

    private static PayloadNode json(String text) {
        return PayloadReader.load().read(Bytes.of(text.getBytes(StandardCharsets.UTF_8)), PayloadHints.NONE,
                Choice.BY_LOOKING, PayloadLimits.STANDARD).rendering().tree().orElseThrow();
    }

    @Test
    void whatChangedHasItsOldValueAndWhatIsNewHasNone() {
        PayloadNode now = json("{\"t\": 21, \"a\": [1, 2], \"on\": true}");
        TreeChanges changes = TreeChanges.between(json("{\"t\": 20, \"a\": [1], \"on\": true}"), now);
        assertEquals(Optional.of(Optional.of("20")), changes.of(now.child("t").orElseThrow()));
        assertEquals(Optional.empty(), changes.of(now.child("on").orElseThrow()));
        PayloadNode array = now.child("a").orElseThrow();
        assertEquals(Optional.empty(), changes.of(array.child("0").orElseThrow()));
        assertEquals(Optional.of(Optional.empty()), changes.of(array.child("1").orElseThrow()));
    }

    @Test
    void theSameTreeHasNoChanges() {
        assertTrue(TreeChanges.between(json("{\"t\": 1, \"t\": 2}"), json("{\"t\": 1, \"t\": 2}")).isEmpty());
    }
}
