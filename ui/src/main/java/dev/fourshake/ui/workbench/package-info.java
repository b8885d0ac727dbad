/**
 * The frame that holds the views: docking, commands, selection, theme, messages, and what is kept from one start to
 * the next. Knows nothing of MQTT. {@link dev.fourshake.ui.workbench.Workbench} is the way in.
 */
package dev.fourshake.ui.workbench;
