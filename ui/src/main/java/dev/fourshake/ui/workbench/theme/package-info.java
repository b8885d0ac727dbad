/** Light and dark: the style sheets, and the same colours as values for those who paint. */
package dev.fourshake.ui.workbench.theme;
