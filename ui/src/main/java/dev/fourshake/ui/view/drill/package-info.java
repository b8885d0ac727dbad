/** The drill's page: what is drilled, how it goes on, and each verdict with its diagram. */
package dev.fourshake.ui.view.drill;
