package dev.fourshake.ui.workbench.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Dock.Split;
import dev.fourshake.ui.workbench.layout.Dock.Tabs;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.RandomLayouts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Orientation;
import javafx.scene.paint.Color;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/** What BentoFX makes of a layout is read back as the same layout. */
class LayoutRoundTripTest {

    @BeforeAll
    @BeforeContainer
    static void startJavaFx() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static Split throughBento(Split layout, Set<String> unknown) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            WorkbenchBento bento = new WorkbenchBento(() -> Color.BLUE);
            Set<String> placed = new HashSet<>(unknown);
            LayoutBuilder builder = new LayoutBuilder(bento, id ->
                    placed.add(id) ? Optional.of(new Dockable(bento, id)) : Optional.empty());
            DockContainerRootBranch root = builder.build(layout);
            builder.placeDividers();
            return LayoutReader.read(root);
        });
    }

    @Property(tries = 200)
    void aLayoutIsReadBackExactly(@ForAll long seed) {
        Split layout = RandomLayouts.layout(seed).main();
        assertEquals(layout, throughBento(layout, Set.of()));
    }

    @Test
    void viewsThatAreNoMoreLeaveNoHole() {
        Split saved = Dock.beside(0.3, Dock.tabs("gone"), Dock.above(0.5, Dock.tabs("packets", "gone-too"),
                Dock.tabs("sequence")));
        Split expected = new Split(Orientation.HORIZONTAL, List.of(), List.of(
                Dock.above(0.5, Dock.tabs("packets"), Dock.tabs("sequence"))));
        assertEquals(expected, throughBento(saved, Set.of("gone", "gone-too")));
    }

    @Test
    void whereTheSelectedViewIsNoMoreAnotherIsSelected() {
        Split saved = Layout.of(new Tabs(List.of("packets", "gone"), "gone")).main();
        assertEquals(Layout.of(Dock.tabs("packets")).main(), throughBento(saved, Set.of("gone")));
    }
}
