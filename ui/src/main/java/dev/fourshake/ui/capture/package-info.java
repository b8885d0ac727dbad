/** Opening, saving and closing what the window shows: the File menu, and files that are dropped on the window. */
package dev.fourshake.ui.capture;
