/** The Packets view: every row of the trace as a list. */
package dev.fourshake.ui.view.packets;
