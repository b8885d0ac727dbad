package dev.fourshake.ui.workbench.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionServiceTest {

    private final SelectionService<String> service = new SelectionService<>();
    private final Object packets = new Object();
    private final Object sequence = new Object();

    @Test
    void aViewIsNotToldOfItsOwnSelection() {
        List<String> inPackets = new ArrayList<>();
        List<String> inSequence = new ArrayList<>();
        service.listen(packets, value -> inPackets.add("" + value));
        service.listen(sequence, value -> inSequence.add("" + value));
        service.select("frame 7", packets);
        service.select("frame 9", sequence);
        assertEquals(List.of("null", "frame 9"), inPackets);
        assertEquals(List.of("null", "frame 7"), inSequence);
    }

    @Test
    void backAndForwardTellAllViews() {
        List<String> inPackets = new ArrayList<>();
        service.select("frame 1", packets);
        service.select("frame 2", packets);
        service.listen(packets, inPackets::add);
        service.history().back();
        service.history().forward();
        assertEquals(List.of("frame 1", "frame 2"), inPackets);
    }

    @Test
    void aNewPlaceForgetsWhatWasAhead() {
        service.select("a", packets);
        service.select("b", packets);
        service.history().back();
        service.select("c", packets);
        assertFalse(service.history().canGoForwardProperty().get());
        service.history().back();
        assertEquals("a", service.get());
    }

    @Test
    void theSamePlaceTwiceIsOnePlace() {
        service.select("a", packets);
        service.select("a", sequence);
        assertFalse(service.history().canGoBackProperty().get());
    }

    @Test
    void followingTheTrafficAndSelectingNothingLeaveNoTrace() {
        service.select("a", packets);
        service.follow("b", packets);
        service.select(null, packets);
        assertNull(service.get());
        assertFalse(service.history().canGoBackProperty().get());
        service.select("c", packets);
        service.history().back();
        assertEquals("a", service.get());
    }

    @Test
    void theHistoryIsBoundedAndCanBeForgotten() {
        for (int i = 0; i < 3 * NavigationHistory.LIMIT; i++) {
            service.select("frame " + i, packets);
        }
        int steps = 0;
        while (service.history().canGoBackProperty().get()) {
            service.history().back();
            steps++;
        }
        assertEquals(NavigationHistory.LIMIT, steps);
        assertTrue(service.history().canGoForwardProperty().get());
        service.history().clear();
        assertFalse(service.history().canGoForwardProperty().get());
    }
}
