package dev.fourshake.model.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.dissect.BrokenBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code statements.tsv} is true: what it calls judged is reported in a test, and what can be reported is in it. */
class StatementsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "fourshake", "model");
    private static final Pattern RULE = Pattern.compile(
            "\"(MQTT-\\d+[.-][\\d.]+-\\d+|section \\d[^\"]*|FS-[A-Z-]*[A-Z])\"");

    /** As the specifications have them, and as they are meant. */
    private static final Map<String, String> MISPRINTS =
            Map.of("MQTT-3.1.2.7", "MQTT-3.1.2-7", "MQTT-3-8.3-4", "MQTT-3.8.3-4");

    /**
     * The sections of a specification that have numbered statements, and how many: from its list of conformance
     * statements. They are numbered from 1 without a gap, but that MQTT 5.0 has no MQTT-2.2.1-1.
     */
    private static final Map<String, String> NUMBERED = Map.of("3.1.1", """
            1.5.3:3 2.2.2:2 2.3.1:7 3.1.0:2 3.1.2:24 3.1.3:11 3.1.4:5 3.2.0:1 3.2.2:6 3.3.1:12 3.3.2:3 3.3.4:1 3.3.5:2
            3.6.1:1 3.8.1:1 3.8.3:4 3.8.4:6 3.9.3:2 3.10.1:1 3.10.3:2 3.10.4:6 3.12.4:1 3.14.1:1 3.14.4:3
            4.1.0:2 4.3.1:1 4.3.2:2 4.3.3:2 4.4.0:1 4.5.0:2 4.6.0:6 4.7.1:3 4.7.2:1 4.7.3:4 4.8.0:2 6.0.0:4
            """, "5.0", """
            1.5.4:3 1.5.5:1 1.5.7:1 2.1.3:1 2.2.1:6 2.2.2:1 3.1.0:2 3.1.2:30 3.1.3:12 3.1.4:6 3.2.0:2 3.2.2:22 3.3.1:13
            3.3.2:20 3.3.4:10 3.4.2:3 3.5.2:3 3.6.1:1 3.6.2:3 3.7.2:3 3.8.1:1 3.8.3:5 3.8.4:8 3.9.2:2 3.9.3:2 3.10.1:1
            3.10.3:2 3.10.4:6 3.11.2:2 3.11.3:2 3.12.4:1 3.14.0:1 3.14.1:1 3.14.2:4 3.14.4:3 3.15.1:1 3.15.2:3
            4.1.0:2 4.2:1 4.3.1:1 4.3.2:5 4.3.3:13 4.4.0:2 4.5.0:2 4.6.0:6 4.7.0:1 4.7.1:2 4.7.2:1 4.7.3:4 4.8.2:6
            4.9.0:3 4.12.0:7 4.12.1:2 4.13.1:1 4.13.2:1 6.0.0:4
            """);

    @Test
    void whatIsJudgedIsReportedInATest() throws IOException {
        Map<String, Set<String>> broken = BrokenBytes.rulesByVersion();
        Map<String, Set<String>> reported = new TreeMap<>();
        for (Case given : Case.all()) {
            reported.computeIfAbsent(name(given.version().code()), _ -> new TreeSet<>()).addAll(given.rules());
        }
        Set<String> missing = new TreeSet<>();
        for (Statement statement : Statement.all()) {
            if (statement.isReported()) {
                Map<String, Set<String>> tested = statement.judged() == Statement.Judged.BYTES ? broken : reported;
                boolean found = tested.entrySet().stream()
                        .filter(entry -> statement.isOwn() || name(entry.getKey()).equals(statement.version()))
                        .anyMatch(entry -> entry.getValue().contains(statement.id()));
                if (!found) {
                    missing.add(statement.id() + " in " + statement.version() + " (" + statement.judged() + ")");
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    /** A rule of our own has nothing but its own word to say where it ends. */
    @Test
    void eachRuleOfOurOwnSparesWhatComesClose() throws IOException {
        Set<String> spared = Case.all().stream().map(Case::expected).filter(expected -> expected.startsWith("not "))
                .map(expected -> expected.substring("not ".length())).collect(Collectors.toSet());
        Set<String> missing = Statement.all().stream().filter(Statement::isOwn)
                .filter(statement -> statement.judged() != Statement.Judged.BYTES).map(Statement::id)
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(spared);
        assertEquals(Set.of(), missing);
    }

    private static String name(String version) {
        return version.equals("5") ? "5.0" : version;
    }

    @Test
    void whatCanBeReportedIsInTheTable() throws IOException {
        Set<String> known = Statement.all().stream().filter(Statement::isReported).map(Statement::id)
                .collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher rules = RULE.matcher(Files.readString(file));
                while (rules.find()) {
                    unknown.add(rules.group(1));
                }
            }
        }
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void theNamedRulesAndStatementsExist() throws IOException {
        List<Statement> all = Statement.all();
        Set<String> reported = all.stream().filter(Statement::isReported)
                .map(statement -> statement.id() + statement.version()).collect(Collectors.toSet());
        Set<String> classes;
        try (Stream<Path> files = Files.walk(SOURCES.resolve("finding"))) {
            classes = files.map(path -> path.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        }
        Set<String> wrong = new TreeSet<>();
        for (Statement statement : all) {
            boolean right = switch (statement.judged()) {
                case BYTES, TABLES -> statement.by().isEmpty();
                case RULE -> classes.contains(statement.by());
                case SAME -> reported.contains(statement.by() + statement.version());
                case UNSEEN -> statement.by().endsWith(".");
            };
            if (!right) {
                wrong.add(statement.toString());
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void eachNumberedStatementIsInTheTable() throws IOException {
        for (Map.Entry<String, String> version : NUMBERED.entrySet()) {
            Set<String> expected = new TreeSet<>();
            for (String section : version.getValue().trim().split("\\s+")) {
                String[] parts = section.split(":");
                for (int number = 1; number <= Integer.parseInt(parts[1]); number++) {
                    expected.add("MQTT-" + parts[0] + "-" + number);
                }
            }
            if (version.getKey().equals("5.0")) {
                expected.remove("MQTT-2.2.1-1");
            }
            Set<String> actual = Statement.all().stream()
                    .filter(statement -> statement.version().equals(version.getKey()))
                    .filter(statement -> statement.id().startsWith("MQTT-"))
                    .map(statement -> MISPRINTS.getOrDefault(statement.id(), statement.id()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(expected, actual, version.getKey());
        }
    }

    /** Where a statement has several rows, each says another part of it. */
    @Test
    void noRowIsInTheTableTwice() throws IOException {
        List<String> rows = Statement.all().stream()
                .map(statement -> statement.id() + ' ' + statement.version() + ' ' + statement.meaning()).toList();
        assertEquals(Set.copyOf(rows).size(), rows.size());
    }
}
