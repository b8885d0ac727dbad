package dev.fourshake.ui.workbench.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fourshake.ui.workbench.layout.Layout.Floating;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTextTest {

    @Property
    void whatIsWrittenIsReadBack(@ForAll long seed) {
        Layout layout = RandomLayouts.layout(seed);
        assertEquals(layout, LayoutText.read(LayoutText.write(layout)));
    }

    @Property
    void aTextThatWasCutShortIsRefusedAndNothingElseHappens(@ForAll long seed) {
        String text = LayoutText.write(new Layout(RandomLayouts.layout(seed).main(), List.of(), null));
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            assertThrows(IllegalArgumentException.class, () -> LayoutText.read(cut), cut);
        }
    }

    @Test
    void theTextIsMadeToBeReadByPeopleToo() {
        Layout layout = new Layout(
                Dock.beside(0.2, Dock.tabs("connections", "captures"), Dock.above(0.7, Dock.tabs("sequence"),
                        Dock.tabs("packets"))),
                List.of(new Floating(10, 20, 300, 200.5, Layout.of(Dock.tabs("publish")).main())), "sequence");
        assertEquals("h(0.2)[{*connections captures} v(0.7)[{*sequence} {*packets}]]"
                + " float(10.0 20.0 300.0 200.5) h()[{*publish}] max sequence", LayoutText.write(layout));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "h()", "x()[]", "h(0.5)[{*a}]", "h()[{*a} {*b}]", "h(NaN)[{*a}{*b}]", "h()[{a}]",
        "h()[{}", "h()[] max", "h()[] float(1 2 3) h()[]", "h()[] float(1 2 0 4) h()[]", "h()[] rest", "h()[{**}]"})
    void whatIsNoLayoutIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LayoutText.read(text));
    }
}
