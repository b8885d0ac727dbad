package dev.fourshake.ui.workbench.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MementoTest {

    @Test
    void whatIsNotUnderstoodGivesTheFallback() {
        Memento memento = new Memento();
        memento.put("width", "wide");
        memento.put("infinite", Double.POSITIVE_INFINITY);
        memento.put("flag", "maybe");
        assertEquals(80, memento.number("width", 80));
        assertEquals(80, memento.number("infinite", 80));
        assertEquals(80, memento.number("missing", 80));
        assertTrue(memento.flag("flag", true));
        assertTrue(memento.flag("missing", true));
    }

    @Test
    void whatIsPutIsFoundAgainAfterACopy() {
        Memento memento = new Memento();
        memento.put("width", 120.25);
        memento.put("follow", false);
        memento.put("filter", "qos = 2");
        Memento copy = new Memento(memento.values());
        assertEquals(120.25, copy.number("width", 0));
        assertEquals(false, copy.flag("follow", true));
        assertEquals("qos = 2", copy.text("filter").orElseThrow());
    }
}
