package dev.fourshake.app.drill;

import dev.fourshake.app.drill.result.Result;
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

    /** What a drill has come to as a whole. */
    public enum Outcome {
        /** A promise was kept at one fault point at least, and broken at none. */
        KEPT,
        BROKEN,
        /** No case has proved anything, or there was none. */
        NOTHING_PROVED
    }

    /** A drill that was stopped is judged by what was done until then. */
    public Outcome outcome() {
        return !cases.stream().allMatch(CaseResult::isGood) ? Outcome.BROKEN
                : cases.stream().allMatch(each -> each.verdict().result() == Result.INCONCLUSIVE)
                        ? Outcome.NOTHING_PROVED : Outcome.KEPT;
    }

    /** Whether something was proved, and nothing bad. */
    public boolean isGood() {
        return outcome() == Outcome.KEPT;
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
