/** The trace that the window shows, as the views see it. */
package dev.fourshake.ui.trace;
