package dev.fourshake.ui.workbench.frame;

/** The fixed order of the work in one frame. */
public enum Phase {
    /** Take the newest snapshot, once for all views. */
    READ,
    /** Bring tables, trees and labels up to date. */
    UPDATE,
    /** Paint canvases, when all else knows its state. */
    PAINT
}
