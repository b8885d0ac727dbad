/**
 * Paints a page of the sequence diagram in pixels, with any {@link dev.fourshake.model.diagram.paint.Pen}: that of an
 * SVG document, or that of the window's canvas. So a picture that is exported is the one on the screen.
 */
package dev.fourshake.model.diagram.paint;
