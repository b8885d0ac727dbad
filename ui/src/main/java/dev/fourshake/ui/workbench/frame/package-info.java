/** The one clock of the window: work is asked for from any thread and done once a frame, in fixed phases. */
package dev.fourshake.ui.workbench.frame;
