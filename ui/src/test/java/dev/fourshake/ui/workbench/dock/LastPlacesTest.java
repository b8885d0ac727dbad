package dev.fourshake.ui.workbench.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.ui.workbench.dock.LastPlaces.Place;
import dev.fourshake.ui.workbench.layout.Dock;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import org.junit.jupiter.api.Test;

class LastPlacesTest {

    private static final Dock LAYOUT = Dock.beside(0.2, Dock.tabs("connections", "captures"),
            Dock.above(0.75, Dock.beside(0.5, Dock.tabs("sequence"), Dock.tabs("packet")), Dock.tabs("problems")));

    private static Optional<Place> find(String view, String... open) {
        return LastPlaces.find(LAYOUT, view, List.of(open));
    }

    @Test
    void aTabGoesBackToItsGroup() {
        assertEquals(Optional.of(new Place.With(List.of("connections"))), find("captures", "connections", "packet"));
    }

    @Test
    void aViewThatStoodAloneGoesBesideItsNeighbourWithItsShare() {
        assertEquals(Optional.of(new Place.Beside(List.of("sequence"), Side.RIGHT, 0.5)), find("packet", "sequence"));
        assertEquals(Optional.of(new Place.Beside(List.of("sequence", "packet"), Side.BOTTOM, 0.25)),
                find("problems", "sequence", "packet", "connections"));
    }

    @Test
    void whereTheNeighbourIsClosedTheNextPartUpCounts() {
        assertEquals(Optional.of(new Place.Beside(List.of("problems"), Side.TOP, 0.75)), find("packet", "problems"));
        assertEquals(Optional.of(new Place.Beside(List.of("connections"), Side.RIGHT, 0.8)),
                find("packet", "connections"));
    }

    @Test
    void withoutNeighboursThereIsNoPlace() {
        assertEquals(Optional.empty(), find("packet"));
        assertEquals(Optional.empty(), find("packet", "elsewhere"));
        assertEquals(Optional.empty(), find("unknown", "sequence"));
    }
}
