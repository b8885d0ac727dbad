/** What the window finds again at the next start, and the file that holds it. */
package dev.fourshake.ui.workbench.state;
