/** Work off the JavaFX thread, with progress in the status line, and a sentence if it fails. */
package dev.fourshake.ui.workbench.job;
