/**
 * The sequence diagram in the window: {@link dev.fourshake.ui.diagram.SequenceCanvas}. What is drawn where is decided
 * in {@code dev.fourshake.model.diagram}; here are the canvas, the scrolling, the pointer and the keys.
 */
package dev.fourshake.ui.diagram;
