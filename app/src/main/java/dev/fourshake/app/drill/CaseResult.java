package dev.fourshake.app.drill;

import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.drill.result.Verdict;
import dev.fourshake.model.trace.TraceSnapshot;
import java.time.Duration;

/**
 * A fault point that was run.
 *
 * @param trace of this case alone: the device through one tap, the other end of the message through another
 * @param rows  of the trace that tell the story: those of the device's links, without the keep-alive, from its CONNECT
 * @param took  from the first connection to the verdict
 */
public record CaseResult(FaultPoint point, Verdict verdict, TraceSnapshot trace, int[] rows, Duration took) {

    public boolean isGood() {
        return verdict.isGood(point.qos());
    }
}
