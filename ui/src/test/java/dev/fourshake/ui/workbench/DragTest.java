package dev.fourshake.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.testing.RequiresDisplay;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.LayoutText;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** Tabs dragged with the mouse, and menus of tabs: what only a window system can do. */
@RequiresDisplay
class DragTest extends WindowTest {

    private String layout() {
        return on(() -> LayoutText.write(workbench.dock().layout()));
    }

    private void drag(String tab, Point2D to) {
        robot.drag(tab(tab), MouseButton.PRIMARY);
        robot.moveBy(12, 12);
        robot.moveTo(to);
        robot.moveBy(2, 0);
        robot.drop();
    }

    private Point2D at(String view, double x, double y) {
        Node content = TestViews.parts.get(view).text;
        Bounds bounds = on(() -> content.localToScreen(content.getLayoutBounds()));
        return new Point2D(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
    }

    @Test
    void aTabIsDraggedToTheSideOfAViewAndSplitsIt() {
        drag("Packets", at("problems", 0.9, 0.5));
        await().until(() -> layout().contains("h(0.5)[{*problems} {*packets}]"));
        String before = layout();
        restart();
        assertEquals(before, layout());
    }

    @Test
    void aTabIsDraggedIntoAnotherGroup() {
        drag("Exchange", at("packet", 0.5, 0.5));
        await().until(() -> layout().contains("{packet *exchange}"));
        assertTrue(on(() -> workbench.dock().seen()).contains("exchange"));
    }

    @Test
    void aTabIsDetachedByItsMenuAndFoundDetachedAfterARestart() {
        robot.rightClickOn(tab("Packet")).clickOn("Detach View");
        await().until(() -> on(() -> workbench.dock().isDetached("packet")));
        robot.write("there");
        assertEquals("there", TestViews.parts.get("packet").text.getText());
        String before = layout();
        restart();
        assertEquals(before, layout());
        assertEquals("there", TestViews.parts.get("packet").text.getText());
    }

    @Test
    void aDividerIsDraggedAndStaysWhereItIs() {
        Node divider = robot.lookup(".container-branch > .split-pane-divider")
                .match((Node one) -> one.getBoundsInParent().getHeight() > one.getBoundsInParent().getWidth()).query();
        Layout before = on(() -> workbench.dock().layout());
        robot.drag(divider, MouseButton.PRIMARY).moveBy(80, 0).drop();
        await().until(() -> !before.equals(on(() -> workbench.dock().layout())));
        String moved = layout();
        restart();
        assertEquals(moved, layout());
    }
}
