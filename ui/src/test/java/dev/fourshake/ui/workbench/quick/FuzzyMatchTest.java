package dev.fourshake.ui.workbench.quick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    private static String best(String query, String... texts) {
        return Stream.of(texts).filter(text -> FuzzyMatch.score(query, text).isPresent())
                .max(Comparator.comparingInt(text -> FuzzyMatch.score(query, text).getAsInt())).orElse("");
    }

    @Test
    void lettersMustComeInOrder() {
        assertTrue(FuzzyMatch.score("seq", "Sequence").isPresent());
        assertTrue(FuzzyMatch.score("sqn", "Sequence").isPresent());
        assertTrue(FuzzyMatch.score("nqs", "Sequence").isEmpty());
        assertTrue(FuzzyMatch.score("sequences", "Sequence").isEmpty());
    }

    @Test
    void beginningsOfWordsGoFirst() {
        assertEquals("Reset Perspective", best("rp", "Carpet", "Reset Perspective", "Interrupt"));
        assertEquals("Close View", best("cv", "Receive", "Close View"));
    }

    @Test
    void lettersSideBySideGoFirst() {
        assertEquals("Packets", best("pack", "Put a new clock", "Packets"));
    }

    @Test
    void amongEqualsTheShorterGoesFirst() {
        assertEquals("Packet", best("packet", "Packets", "Packet"));
    }

    @Test
    void nothingTypedFindsAllAndBlanksDoNotCount() {
        assertTrue(FuzzyMatch.score("", "Anything").isPresent());
        assertTrue(FuzzyMatch.score("close view", "CloseView").isPresent());
    }
}
