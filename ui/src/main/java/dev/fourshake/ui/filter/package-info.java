/**
 * The bar in which a filter is typed, the same in every list and in the diagram, and what asks it off the JavaFX
 * thread.
 */
package dev.fourshake.ui.filter;
