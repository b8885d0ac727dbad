package dev.fourshake.app.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.WireEvent;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class RecorderQueueTest {

    /** Four bytes of PUBACK, and 128 for the objects that hold them: counted for less, the queue outgrows its limit. */
    @Test
    void aSmallFrameCountsForWhatItTakesInMemory() {
        WireEvent puback = Frame.passed(1, 2, Direction.SERVER_TO_CLIENT, Bytes.ofHex("40020001"));
        var queue = new RecorderQueue(100 * 132);
        queue.offer(Collections.nCopies(250, puback));
        assertEquals(150, queue.missedFrames());
    }
}
