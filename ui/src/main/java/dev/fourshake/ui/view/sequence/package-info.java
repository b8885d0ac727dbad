/** The Sequence view: the trace as a sequence diagram. */
package dev.fourshake.ui.view.sequence;
