package dev.fourshake.app.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A drill that has ended, or how far it has come.
 *
 * @param broker  where the message went, {@code HOST:PORT}
 * @param device  what was drilled, as the user calls it
 * @param planned fault points of the plan; {@code cases} are fewer where the drill was stopped
 * @param program version of this program
 */
public record DrillReport(String broker, String device, Instant begun, Duration took, int planned,
                          List<CaseResult> cases, String program) {

    public DrillReport {
        cases = List.copyOf(cases);
    }

    /** Whether every verdict is good. A drill that was stopped is judged by what was done until then. */
    public boolean isGood() {
        return cases.stream().allMatch(CaseResult::isGood);
    }

    /** Whether it ended before its time. */
    public boolean isStopped() {
        return cases.size() < planned;
    }

    /** How many cases came to which result; each result is there. */
    public Map<Result, Long> results() {
        Map<Result, Long> counts = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            counts.put(result, cases.stream().filter(each -> each.verdict().result() == result).count());
        }
        return counts;
    }
}
