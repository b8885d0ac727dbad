package dev.fourshake.ui.view.breakpoints;

import dev.fourshake.app.workspace.BreakpointPlan;

/**
 * A line of the list.
 *
 * @param index in the list
 * @param hits  packets that have met it since it was set
 */
record BreakpointLine(int index, BreakpointPlan plan, int hits) {
}
