/** Figures in the status line: what is shown, how much of it, and what the embedded broker does. */
package dev.fourshake.ui.status;
