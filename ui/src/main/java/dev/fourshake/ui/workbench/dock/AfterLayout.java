package dev.fourshake.ui.workbench.dock;

import javafx.scene.Node;
import javafx.scene.Scene;

/** Runs something once, after the next layout of a node's scene. */
final class AfterLayout {

    private AfterLayout() {
    }

    static void of(Node node, Runnable action) {
        Scene scene = node.getScene();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                action.run();
            }
        });
    }
}
