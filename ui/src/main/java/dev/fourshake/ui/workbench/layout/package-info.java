/** The arrangement of views as plain values, and as text. */
package dev.fourshake.ui.workbench.layout;
