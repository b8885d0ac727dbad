/**
 * The window, in JavaFX. {@link dev.fourshake.ui.Main} starts the program, window or not;
 * {@code DesktopParts} puts the frame and the views together.
 */
package dev.fourshake.ui;
