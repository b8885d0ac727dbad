package dev.fourshake.ui.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.diagram.paint.Metrics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewportTest {

    private final Viewport viewport = new Viewport();

    @BeforeEach
    void tenRowsInSight() {
        viewport.height(10 * Metrics.COMFORTABLE);
        viewport.rows(1_000);
    }

    @Test
    void itFollowsUntilTheUserScrollsUpAndAgainFromTheEnd() {
        assertEquals(990, viewport.scroll());
        viewport.rows(1_010);
        assertEquals(1_000, viewport.scroll());
        viewport.userScrollTo(500.25);
        viewport.rows(2_000);
        assertEquals(500.25, viewport.scroll());
        assertFalse(viewport.isFollowing());
        viewport.userScrollTo(5_000);
        viewport.rows(2_001);
        assertTrue(viewport.isFollowing());
        assertEquals(1_991, viewport.scroll());
    }

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        viewport.userScrollTo(400);
        double y = 3.5 * Metrics.COMFORTABLE;
        double under = viewport.scroll() + y / viewport.rowHeight();
        viewport.zoom(0.37, y);
        assertEquals(under, viewport.scroll() + y / viewport.rowHeight(), 1e-9);
        viewport.zoom(2.1, y);
        assertEquals(under, viewport.scroll() + y / viewport.rowHeight(), 1e-9);
    }

    @Test
    void zoomedOutAllRowsFitAndNoMore() {
        viewport.rows(1_000_000);
        viewport.rowHeight(Double.MIN_NORMAL);
        assertEquals(1_000_000, viewport.visible(), 1e-3);
        assertEquals(0, viewport.scroll());
        assertTrue(viewport.isOverview());
    }

    @Test
    void fewRowsNeverBecomeAnOverview() {
        viewport.rows(5);
        viewport.rowHeight(Double.MIN_NORMAL);
        assertFalse(viewport.isOverview());
        assertEquals(0, viewport.scroll());
    }

    @Test
    void revealingScrollsNoMoreThanItMust() {
        viewport.userScrollTo(100);
        viewport.reveal(105);
        assertEquals(100, viewport.scroll());
        viewport.reveal(110);
        assertEquals(102, viewport.scroll());
        viewport.reveal(50);
        assertEquals(49, viewport.scroll());
        viewport.centre(500);
        assertEquals(495.5, viewport.scroll());
    }

    @Test
    void aTraceThatBecameShorterStaysInSight() {
        viewport.userScrollTo(900);
        viewport.rows(20);
        assertEquals(10, viewport.scroll());
    }
}
