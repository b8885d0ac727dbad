/** The docking area, upon BentoFX; nothing outside this package knows of it. */
package dev.fourshake.ui.workbench.dock;
