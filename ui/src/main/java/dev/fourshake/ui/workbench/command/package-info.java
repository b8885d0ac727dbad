/** What the user can do ({@link dev.fourshake.ui.workbench.command.Command}), apart from who does it. */
package dev.fourshake.ui.workbench.command;
