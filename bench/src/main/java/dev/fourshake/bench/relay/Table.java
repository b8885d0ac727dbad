package dev.fourshake.bench.relay;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, as Markdown. */
final class Table {

    private final Map<Case, Map<Way, Measure>> cells = new LinkedHashMap<>();

    void add(Case load, Way way, List<Measure> runs) {
        cells.computeIfAbsent(load, _ -> new EnumMap<>(Way.class)).put(way, Measure.medianOf(runs));
    }

    /** Shares of a direct connection's throughput, with the median and the 99th percentile in microseconds. */
    String shares() {
        StringBuilder out = new StringBuilder(head("", Stream.of(Way.values()).map(way -> way.title)));
        cells.forEach((load, row) -> out.append(line(load.toString(), Stream.of(Way.values())
                .map(way -> row.containsKey(way) ? row.get(way).beside(row.get(Way.DIRECT)) : ""))));
        return out.toString();
    }

    /** The tap beside the best of the plain relays, each figure for itself, and beside haproxy. */
    String goals() {
        StringBuilder out = new StringBuilder(head("tap beside", Stream.of("best throughput", "haproxy's throughput",
                "best added median µs", "best 99th µs", "armed beside tap")));
        cells.forEach((load, row) -> out.append(line(load.toString(), goals(row))));
        return out.toString();
    }

    private static Stream<String> goals(Map<Way, Measure> row) {
        Measure tap = row.get(Way.TAP);
        double direct = row.get(Way.DIRECT).median();
        double most = best(row, Measure::perSecond, Comparator.reverseOrder());
        double least = best(row, Measure::median, Comparator.naturalOrder());
        double surest = best(row, Measure::p99, Comparator.naturalOrder());
        return Stream.of(ratio(tap.perSecond(), most),
                ratio(tap.perSecond(), row.get(Way.HAPROXY).perSecond()),
                String.format(Locale.ROOT, "%+.0f : %+.0f", tap.median() - direct, least - direct),
                String.format(Locale.ROOT, "%.0f : %.0f", tap.p99(), surest),
                row.containsKey(Way.ARMED) ? ratio(row.get(Way.ARMED).perSecond(), tap.perSecond()) : "");
    }

    private static double best(Map<Way, Measure> row, Function<Measure, Double> figure, Comparator<Double> order) {
        return row.entrySet().stream().filter(each -> each.getKey().isPlainRelay())
                .map(each -> figure.apply(each.getValue())).min(order).orElseThrow();
    }

    private static String ratio(double ours, double theirs) {
        return String.format(Locale.ROOT, "%.2f", ours / theirs);
    }

    private static String head(String first, Stream<String> titles) {
        List<String> all = titles.toList();
        return line(first, all.stream()) + "|" + " --- |".repeat(all.size() + 1) + "\n";
    }

    private static String line(String first, Stream<String> others) {
        return others.collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
    }
}
