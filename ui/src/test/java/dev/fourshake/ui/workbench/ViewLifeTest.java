package dev.fourshake.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.Perspective;
import dev.fourshake.ui.workbench.message.Message;
import dev.fourshake.ui.workbench.view.Area;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/** What a view goes through, from its making to its end. */
class ViewLifeTest extends WindowTest {

    private final List<Fragile> made = new ArrayList<>();
    private boolean broken;

    /** A view that works or not. */
    private final class Fragile implements ViewPart {
        private final Label label = new Label("working");
        private int frames;
        private boolean breaksInFrame;

        private Fragile(ViewSite site) {
            if (broken) {
                throw new IllegalStateException("cannot be made");
            }
            made.add(this);
            site.onPulse(Phase.UPDATE, () -> {
                frames++;
                if (breaksInFrame) {
                    throw new IllegalStateException("cannot be painted");
                }
            });
        }

        @Override
        public Node content() {
            return label;
        }
    }

    @Override
    void prepare(Workbench made) {
        made.views().add(new ViewDescriptor("fragile", "Fragile", Feather.FEATHER, Area.BOTTOM, Fragile::new));
        made.add(new Perspective("probe", "Probe", Feather.SEARCH,
                Layout.of(Dock.beside(0.3, Dock.tabs("connections"), Dock.tabs("publish")))));
    }

    private List<String> messages() {
        return on(() -> workbench.messages().open().stream().map(Message::text).toList());
    }

    private void frame() {
        int before = made.getLast().frames;
        workbench.pulse().arm();
        await().until(() -> made.getLast().frames > before);
    }

    @Test
    void aViewThatCannotBeMadeSaysSoAndIsMadeWhenItIsOpenedAgain() {
        broken = true;
        robot.interact(() -> workbench.showView("fragile"));
        assertEquals(1, messages().size());
        assertTrue(messages().getFirst().contains("Fragile"), messages().getFirst());
        assertTrue(tab("Sequence").isVisible(), "the others go on");
        broken = false;
        robot.interact(() -> workbench.dock().close("fragile"));
        robot.interact(() -> workbench.showView("fragile"));
        await().until(() -> robot.lookup("working").tryQuery().isPresent());
        frame();
    }

    @Test
    void aViewThatFailsInAFrameIsToldOnceAndReplacedWhenItIsOpenedAgain() {
        robot.interact(() -> workbench.showView("fragile"));
        frame();
        Fragile first = made.getLast();
        first.breaksInFrame = true;
        frame();
        int after = first.frames;
        robot.interact(() -> workbench.messages().close(workbench.messages().open().getFirst()));
        workbench.pulse().arm();
        robot.interact(() -> workbench.showView("connections"));
        assertEquals(List.of(), messages());
        assertEquals(after, first.frames);
        robot.interact(() -> workbench.dock().close("fragile"));
        robot.interact(() -> workbench.showView("fragile"));
        assertNotSame(first, made.getLast());
        frame();
        assertEquals(after, first.frames, "the old one has gone");
    }

    @Test
    void aViewThatIsHiddenDoesNothingAndCatchesUpWhenItIsSeen() {
        robot.interact(() -> workbench.showView("fragile"));
        frame();
        robot.clickOn(tab("Problems"));
        await().until(() -> on(() -> !workbench.dock().seen().contains("fragile")));
        int hidden = made.getLast().frames;
        workbench.pulse().arm();
        robot.clickOn(tab("Sequence"));
        assertEquals(hidden, made.getLast().frames);
        robot.clickOn(tab("Fragile"));
        await().until(() -> made.getLast().frames > hidden);
    }

    @Test
    void eachPerspectiveKeepsItsOwnArrangement() {
        robot.interact(() -> workbench.dock().close("problems"));
        List<String> trace = on(() -> workbench.dock().layout().views().toList());
        robot.clickOn("#window-perspective-probe");
        assertEquals(List.of("connections", "publish"), on(() -> workbench.dock().layout().views().toList()));
        assertEquals(List.of("content", "shown"), TestViews.parts.get("publish").calls);
        restart();
        assertEquals(List.of("connections", "publish"), on(() -> workbench.dock().layout().views().toList()));
        robot.clickOn("#window-perspective-trace");
        assertEquals(trace, on(() -> workbench.dock().layout().views().toList()));
        assertFalse(isOpen("problems"));
    }

    /** Else the keys of its views would do nothing before somebody clicks into one. */
    @Test
    void aPerspectiveThatIsShownHasTheViewActiveThatWasItLast() {
        robot.clickOn("#window-perspective-probe");
        assertTrue(List.of("connections", "publish").contains(on(() -> workbench.dock().activeView().getValue())));
        robot.interact(() -> workbench.showView("publish"));
        robot.clickOn("#window-perspective-trace").clickOn("#window-perspective-probe");
        await().until(() -> on(() -> TestViews.parts.get("publish").text.isFocused()));
    }

    @Test
    void whatAViewHasSavedOutlivesStartsInWhichItIsNotSeen() {
        robot.clickOn(tab("Captures"));
        robot.clickOn("#captures-text").write("kept");
        robot.clickOn(tab("Connections"));
        restart();
        restart();
        robot.clickOn(tab("Captures"));
        assertEquals("kept", TestViews.parts.get("captures").text.getText());
    }

    @Test
    void theTitleOfATabFollowsItsView() {
        robot.clickOn(tab("Problems"));
        robot.interact(() -> TestViews.parts.get("problems").site.title().set("Problems (3)"));
        assertTrue(tab("Problems (3)").isVisible());
    }
}
