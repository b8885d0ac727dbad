package dev.fourshake.ui.workbench.view;

/** Where a view opens that has no place in the perspective's layout yet. */
public enum Area {
    LEFT, CENTER, RIGHT, BOTTOM
}
