/** The Held view: the packets that stand at the tap. */
package dev.fourshake.ui.view.held;
