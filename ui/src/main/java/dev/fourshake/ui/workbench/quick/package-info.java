/** Quick access: everything that the user can do or open, found by typing a part of its name. */
package dev.fourshake.ui.workbench.quick;
