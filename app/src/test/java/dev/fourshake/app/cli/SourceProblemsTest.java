package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceProblemsTest {

    private static Message problem(String key, int number) {
        return new Message("none", key, List.of(number));
    }

    @Test
    void manyOfAKindAreSaidInPartAndCounted() {
        List<Message> all = new ArrayList<>(IntStream.range(0, 400).mapToObj(i -> problem("lost", i)).toList());
        all.add(5, problem("salvaged", 7));
        List<String> lines = new ArrayList<>();
        new SourceProblems(all).say(lines::add);
        assertEquals(12, lines.size());
        assertEquals("fourshake: lost[0]", lines.getFirst());
        assertTrue(lines.contains("fourshake: salvaged[7]"), lines.toString());
        assertEquals("fourshake: … and 390 more like these.", lines.getLast());
    }

    @Test
    void tenOfAKindAreAllSaid() {
        List<String> lines = new ArrayList<>();
        new SourceProblems(IntStream.range(0, 10).mapToObj(i -> problem("lost", i)).toList()).say(lines::add);
        assertEquals(10, lines.size());
    }

    @Test
    void whatIsLostLeavesNoHealthyJudgement() {
        SourceProblems damaged = new SourceProblems(List.of(problem("lost", 1)));
        assertEquals(2, damaged.exitStatus(0));
        assertEquals(1, damaged.exitStatus(1));
        assertEquals(0, new SourceProblems(List.of()).exitStatus(0));
    }
}
