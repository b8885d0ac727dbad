package dev.fourshake.ui.view;

import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.ui.filter.PacketFilters;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.trace.ShownTrace;
import dev.fourshake.ui.workbench.selection.SelectionService;

/**
 * What the views share, handed to each when it is made.
 *
 * @param shown     the trace that the window shows
 * @param selection what the user has chosen in it
 * @param workspace the taps, captures and brokers behind it
 * @param filters   those of the diagram and of the list of packets
 */
public record ViewContext(ShownTrace shown, SelectionService<Selection> selection, Workspace workspace,
                          PacketFilters filters) {

    public ViewContext(ShownTrace shown, SelectionService<Selection> selection, Workspace workspace) {
        this(shown, selection, workspace, new PacketFilters());
    }
}
