package dev.fourshake.bench.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tap costs its traffic while it decodes, tracks and records, beside plain TCP relays: every load of
 * {@link Case} over every {@link Way} in turn, so many rounds, and the medians of them. At the end it compares what was
 * sent with what the captures hold.
 *
 * <p>{@code RelayBenchmark ROUNDS DIRECTORY FOURSHAKE MQTT_LOAD ARMED-COMMAND...}
 */
final class RelayBenchmark {

    /** Until the tap has done what it put off, so that the next way has the processors for itself. */
    private static final int BREATH_MILLIS = 500;
    private static final int WARM_UPS = 2;
    /** The others show nothing more in the long run. */
    private static final Set<Way> LONG_WAYS = EnumSet.of(Way.DIRECT, Way.TAP, Way.SOCAT, Way.HAPROXY, Way.NGINX);

    private final int rounds;
    private final String fourshake;
    private final Load load;
    private final Processes processes;
    private final Table table = new Table();
    private final Map<Way, Integer> sent = new EnumMap<>(Way.class);

    private RelayBenchmark(int rounds, String fourshake, Load load, Processes processes) {
        this.rounds = rounds;
        this.fourshake = fourshake;
        this.load = load;
        this.processes = processes;
    }

    static void main(String[] args) throws Exception {
        try (Processes processes = new Processes(Path.of(args[1]))) {
            processes.start(args[2], List.of(args).subList(4, args.length));
            new RelayBenchmark(Integer.parseInt(args[0]), args[2], new Load(args[3]), processes).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        for (Way way : Way.values()) {
            say("warming up: " + way.title);
            for (int i = 0; i < WARM_UPS; i++) {
                for (Case each : Case.ALL) {
                    run(way, each.warmUp());
                }
            }
        }
        for (Case each : Case.ALL) {
            measure(each, rounds, EnumSet.allOf(Way.class));
        }
        measure(Case.LONG, 1, LONG_WAYS);
        System.out.println(table.shares());
        System.out.println(table.goals());
        compare(Way.TAP, 0);
        compare(Way.ARMED, 1);
    }

    private void measure(Case each, int times, Set<Way> ways) throws IOException, InterruptedException {
        say(each + ", load " + Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        Map<Way, List<Measure>> runs = new EnumMap<>(Way.class);
        for (int i = 0; i < times; i++) {
            for (Way way : ways) {
                runs.computeIfAbsent(way, _ -> new ArrayList<>()).add(run(way, each));
                Thread.sleep(BREATH_MILLIS);
            }
        }
        runs.forEach((way, measures) -> table.add(each, way, measures));
    }

    private Measure run(Way way, Case each) throws IOException, InterruptedException {
        sent.merge(way, each.count(), Integer::sum);
        return load.run(processes.port(way), each);
    }

    /** @param own messages that the tap's own device has sent */
    private void compare(Way tap, int own) throws IOException, InterruptedException {
        processes.end(tap);
        Process inspect = new ProcessBuilder(fourshake, "inspect", "--json", processes.capture(tap).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String json = new String(inspect.getInputStream().readAllBytes());
        int status = inspect.waitFor();
        Matcher publish = Pattern.compile("\"PUBLISH\" : (\\d+)").matcher(json);
        // 1: it could be read, and what passed broke a rule.
        if (status > 1 || !publish.find()) {
            throw new IOException("%s: inspect could not judge the capture (exit status %d); what it says stands above"
                    .formatted(tap.title, status));
        }
        System.out.printf("%s: %,d messages were sent, %,d are in the capture.%n", tap.title, sent.get(tap) + own,
                Integer.parseInt(publish.group(1)));
        Files.readAllLines(processes.errors(tap)).stream().filter(line -> line.contains("not saved"))
                .forEach(System.out::println);
    }

    private static void say(String progress) {
        System.err.println(progress);
    }
}
