package dev.fourshake.ui.workbench.quick;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuickSearchTest {

    private final QuickEntry view = entry("View", "Drill");
    private final QuickEntry command = entry("Command", "Exactly-Once Drill…");
    private final QuickEntry packets = entry("View", "Packets");
    private final QuickEntry packet = entry("View", "Packet");
    private final List<QuickEntry> all = List.of(command, packets, view, packet);
    private final QuickSearch search = new QuickSearch();

    private static QuickEntry entry(String category, String label) {
        return new QuickEntry(category, label, null, "", () -> { });
    }

    @Test
    void theWholeNameGoesFirstAndWhatHasItAsAWordNext() {
        assertEquals(List.of(view, command), search.find("drill", all));
    }

    @Test
    void whatWasChosenForTheSameTextGoesFirst() {
        search.chosen("drill", command);
        assertEquals(List.of(command, view), search.find("Drill ", all));
        assertEquals(List.of(view, command), search.find("dri", all), "for another text it says nothing");
    }

    @Test
    void theLastChoiceForATextCounts() {
        Stream.of(command, view).forEach(each -> search.chosen("drill", each));
        assertEquals(List.of(view, command), search.find("drill", all));
    }

    @Test
    void whereNothingIsTypedTheChosenOnesGoFirstTheLastOneFirstOfAll() {
        search.chosen("drill", command);
        search.chosen("pack", packets);
        assertEquals(List.of(packets, command, view, packet), search.find("", all));
        search.chosen("exactly", command);
        assertEquals(List.of(command, packets, view, packet), search.find(" ", all));
    }
}
