/** How the program starts: is there a display to open a window on, and what to do where there is none. */
package dev.fourshake.ui.start;
