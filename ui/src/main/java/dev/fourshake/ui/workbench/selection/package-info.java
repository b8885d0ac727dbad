/** What is chosen, known to all views. */
package dev.fourshake.ui.workbench.selection;
