package dev.fourshake.ui.workbench.dock;

import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import software.coley.bentofx.Bento;
import software.coley.bentofx.building.DockBuilding;
import software.coley.bentofx.building.StageBuilding;
import software.coley.bentofx.control.canvas.PixelCanvas;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/** BentoFX with our windows, and with hints in the theme's colour where a dragged tab would land. */
final class WorkbenchBento extends Bento {

    private final Supplier<Color> accent;

    WorkbenchBento(Supplier<Color> accent) {
        this.accent = accent;
    }

    FloatingWindows floating() {
        return (FloatingWindows) stageBuilding();
    }

    @Override
    protected StageBuilding newStageBuilding() {
        return new FloatingWindows(this);
    }

    @Override
    protected DockBuilding newDockBuilding() {
        return new DockBuilding(this) {
            @Override
            public DockContainerLeaf leaf(String identifier) {
                return new Group(WorkbenchBento.this, identifier);
            }
        };
    }

    /** Tabs on top of each other. */
    private static final class Group extends DockContainerLeaf {

        private final WorkbenchBento bento;

        private Group(WorkbenchBento bento, String identifier) {
            super(bento, identifier);
            this.bento = bento;
        }

        @Override
        public void drawCanvasHint(Region target, Side side) {
            double x = target.localToScene(0, 0).getX() - localToScene(0, 0).getX();
            double y = target.localToScene(0, 0).getY() - localToScene(0, 0).getY();
            double width = target.getWidth() / (side == Side.LEFT || side == Side.RIGHT ? 2 : 1);
            double height = target.getHeight() / (side == Side.TOP || side == Side.BOTTOM ? 2 : 1);
            x += side == Side.RIGHT ? width : 0;
            y += side == Side.BOTTOM ? height : 0;
            PixelCanvas canvas = getCanvas();
            canvas.clear();
            canvas.fillBorderedRect(x, y, width, height, 2, argb(0.2), argb(0.7));
            canvas.commit();
        }

        private int argb(double opacity) {
            Color color = bento.accent.get();
            return (int) (opacity * 255) << 24 | (int) (color.getRed() * 255) << 16
                    | (int) (color.getGreen() * 255) << 8 | (int) (color.getBlue() * 255);
        }
    }
}
