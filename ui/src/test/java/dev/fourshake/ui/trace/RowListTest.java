package dev.fourshake.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fourshake.model.diagram.ShownRows;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class RowListTest {

    private final RowList rows = new RowList();
    private final List<String> changes = new ArrayList<>();

    RowListTest() {
        rows.addListener((ListChangeListener<Integer>) change -> {
            while (change.next()) {
                changes.add((change.wasAdded() ? "+" : "-") + change.getFrom() + ":"
                        + (change.wasAdded() ? change.getAddedSize() : change.getRemovedSize()));
            }
        });
    }

    @Test
    void growsWithOneChangeHoweverManyRowsCame() {
        rows.resize(3);
        rows.resize(10_000_000);
        rows.resize(10_000_000);
        assertEquals(List.of("+0:3", "+3:9999997"), changes);
        assertEquals(9_999_999, rows.get(9_999_999));
        assertEquals(7, rows.indexOf(7));
        assertEquals(-1, rows.indexOf(10_000_000));
    }

    @Test
    void shrinksWhenAReplayStepsBack() {
        rows.resize(5);
        rows.resize(3);
        assertEquals(List.of("+0:5", "-3:2"), changes);
        assertThrows(IndexOutOfBoundsException.class, () -> rows.get(3));
    }

    @Test
    void showsTheRowsThatPassedAFilter() {
        rows.show(ShownRows.of(2, 5, 9));
        rows.show(ShownRows.of(2, 5, 9, 11));
        assertEquals(List.of(2, 5, 9, 11), List.copyOf(rows));
        assertEquals(2, rows.indexOf(9));
        assertEquals(-1, rows.indexOf(8));
        rows.show(ShownRows.of(2, 6, 9, 11));
        assertEquals(List.of(2, 6, 9, 11), List.copyOf(rows));
        assertEquals(List.of("+0:3", "+3:1", "+0:4"), changes);
    }
}
