package dev.fourshake.model.diagram.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Showcase;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.trace.TraceSnapshot;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptDiagramTest {

    private static final Wording ENGLISH = new Wording(Locale.ENGLISH, ZoneOffset.UTC);

    private static List<String> write(Dialect dialect, ShownRows rows) {
        List<String> lines = new ArrayList<>();
        new ScriptDiagram(dialect, ENGLISH).write(Showcase.trace(), rows, lines::add);
        return lines;
    }

    @Test
    void eachLineOfMermaidIsOneOfItsSentences() {
        TraceSnapshot trace = Showcase.trace();
        List<String> lines = write(Dialect.MERMAID, ShownRows.all(trace.rowCount()));
        assertEquals("sequenceDiagram", lines.getFirst());
        Pattern sentence = Pattern.compile(" {4}(participant L\\d+ as [^;]+|L\\d+(->>|--x)L\\d+: ([^;#]|#35;|#59;)+"
                + "|Note over L\\d+: ([^;#]|#35;|#59;)+)");
        lines.subList(1, lines.size()).forEach(line -> assertTrue(sentence.matcher(line).matches(), line));
        assertTrue(lines.stream().anyMatch(line -> line.contains("PUBREC #35;")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("--x")), "a packet that is lost");
    }

    @Test
    void plantUmlBeginsAndEndsAndNamesItsLifelines() {
        TraceSnapshot trace = Showcase.trace();
        List<String> lines = write(Dialect.PLANTUML, ShownRows.all(trace.rowCount()));
        assertEquals("@startuml", lines.getFirst());
        assertEquals("@enduml", lines.getLast());
        Pattern sentence = Pattern.compile("participant \"[^\"]+\" as L\\d+|L\\d+ ->x? L\\d+ : .+|note over L\\d+ : .+");
        lines.subList(1, lines.size() - 1).forEach(line -> assertTrue(sentence.matcher(line).matches(), line));
    }

    /** A line for each row that is shown, and a lifeline for each that occurs in them. */
    @Test
    void onlyTheRowsThatAreAskedForAreWritten() {
        TraceSnapshot trace = Showcase.trace();
        int[] packets = IntStream.range(0, trace.rowCount()).filter(row -> trace.exchangeId(row) == 1)
                .toArray();
        List<String> lines = write(Dialect.PLANTUML, ShownRows.of(packets));
        assertEquals(packets.length, lines.stream().filter(line -> line.startsWith("L")).count());
        assertEquals(2, lines.stream().filter(line -> line.startsWith("participant")).count());
    }
}
