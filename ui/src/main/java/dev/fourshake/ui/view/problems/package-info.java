/** The Problems view: what goes wrong on the wire. */
package dev.fourshake.ui.view.problems;
