package dev.fourshake.model.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Draws {@code docs/findings.md} from {@code statements.tsv}. To write it anew:
 * {@code mvn test -pl model -am -Dtest=FindingsPageTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfourshake.docs.write=true}.
 */
class FindingsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "findings.md");

    private static final String INTRODUCTION = """
            # Findings

            What Fourshake judges traffic by: the statements of MQTT 3.1.1 and 5.0 that peers can break, and rules of its
            own. This page is drawn from `statements.tsv` in the model's resources; tests see that each statement that is
            said to be judged is found in a packet or a transcript that breaks it, and that nothing else is reported.

            Where too little was seen, nobody is accused: not on a connection whose CONNECT was missed or that has a hole,
            not of a session that is older than the capture, and not for what the tap itself did by holding, dropping,
            duplicating or injecting packets. An *error* breaks the specification; a *warning* is legal and a likely
            fault, or would be an error if more had been seen; *advice* is legal and worth knowing.
            """;

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        String page = page(Statement.all());
        if (Boolean.getBoolean("fourshake.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page);
    }

    private static String page(List<Statement> statements) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        count(page, statements);
        section(page, "MQTT 3.1.1", statements, "3.1.1");
        section(page, "MQTT 5.0", statements, "5.0");
        section(page, "MQTT 3.1, where it differs", statements, "3.1");
        page.append("\n## Our own rules\n\n| rule | looks for | found by |\n| --- | --- | --- |\n");
        statements.stream().filter(Statement::isOwn).forEach(own -> page.append("| ").append(own.id()).append(" | ")
                .append(own.meaning()).append(" | ").append(judged(own)).append(" |\n"));
        return page.toString();
    }

    private static void count(StringBuilder page, List<Statement> statements) {
        Map<Statement.Judged, Integer> counts = new EnumMap<>(Statement.Judged.class);
        statements.stream().filter(statement -> !statement.isOwn())
                .forEach(statement -> counts.merge(statement.judged(), 1, Integer::sum));
        page.append("\nOf ").append(counts.values().stream().mapToInt(Integer::intValue).sum())
                .append(" rows ").append(number(counts, Statement.Judged.BYTES))
                .append(" are judged from the bytes of a "
                        + "packet, ").append(number(counts, Statement.Judged.TABLES))
                .append(" by the [state machines](state-machines.md) and ")
                .append(number(counts, Statement.Judged.RULE)).append(" by other rules; ")
                .append(number(counts, Statement.Judged.SAME))
                .append(" are reported under another statement that is broken "
                        + "with them, and ").append(number(counts, Statement.Judged.UNSEEN))
                .append(" cannot be seen.\n");
    }

    private static int number(Map<Statement.Judged, Integer> counts, Statement.Judged judged) {
        return counts.getOrDefault(judged, 0);
    }

    private static void section(StringBuilder page, String title, List<Statement> statements, String version) {
        page.append("\n## ").append(title).append("\n\n| statement | whose duty | meaning | judged |\n"
                + "| --- | --- | --- | --- |\n");
        statements.stream().filter(statement -> statement.version().equals(version)).forEach(statement -> page
                .append("| ").append(statement.id()).append(" | ").append(statement.who()).append(" | ")
                .append(statement.meaning()).append(" | ").append(judged(statement)).append(" |\n"));
    }

    private static String judged(Statement statement) {
        return switch (statement.judged()) {
            case BYTES -> "bytes of the packet";
            case TABLES -> "state machines";
            case RULE -> '`' + statement.by() + '`';
            case SAME -> "as " + statement.by();
            case UNSEEN -> "cannot be seen: " + statement.by();
        };
    }
}
