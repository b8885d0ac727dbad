/**
 * Weak lines: how well the network at the shown tap carries packets, set up, switched on and off, and shown while on.
 */
package dev.fourshake.ui.line;
