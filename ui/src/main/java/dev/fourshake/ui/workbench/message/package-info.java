/** Sentences to the user that do not stop the work: what happened, and what to do. */
package dev.fourshake.ui.workbench.message;
