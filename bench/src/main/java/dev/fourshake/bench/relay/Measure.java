package dev.fourshake.bench.relay;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one run of a load has shown.
 *
 * @param perSecond messages
 * @param median    of the time of an exchange (QoS 0: of a window) in microseconds
 * @param p99       99 of 100 took no longer
 */
record Measure(double perSecond, double median, double p99) {

    /** The median of each figure for itself. */
    static Measure medianOf(List<Measure> runs) {
        return new Measure(median(runs, Measure::perSecond), median(runs, Measure::median), median(runs, Measure::p99));
    }

    private static double median(List<Measure> runs, ToDoubleFunction<Measure> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    /** {@code 0.73 (94, 230)}: share of the throughput of {@code direct}, median and 99th percentile. */
    String beside(Measure direct) {
        return String.format(Locale.ROOT, "%.2f (%.0f, %.0f)", perSecond / direct.perSecond, median, p99);
    }
}
