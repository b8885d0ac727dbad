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
}
