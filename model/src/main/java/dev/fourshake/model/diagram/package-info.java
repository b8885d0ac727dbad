/**
 * The sequence diagram without a toolkit. {@link dev.fourshake.model.diagram.DiagramIndex} folds a trace once, row by
 * row: which lifeline a packet belongs to, where its exchange's bar stands, which rows are alarming.
 * {@link dev.fourshake.model.diagram.Page} is what is to be drawn for a few visible rows, in rows and lanes;
 * {@link dev.fourshake.model.diagram.Geometry} gives those places in pixels. Text, SVG and the window's canvas are
 * painters of the same page.
 *
 * <p>Rows stand at equal distances, whatever time lies between them: an exchange of 400 µs and one that takes a
 * minute can be read side by side. Times are written at the arrows, and a long pause has a line of its own.
 */
package dev.fourshake.model.diagram;
