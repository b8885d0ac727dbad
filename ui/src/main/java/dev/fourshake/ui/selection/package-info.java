/** The one currency between the views: immutable references to parts of the trace that is shown. */
package dev.fourshake.ui.selection;
