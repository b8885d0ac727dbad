/** The Breakpoints view: at which packets the shown tap stops, and what it does with them. */
package dev.fourshake.ui.view.breakpoints;
