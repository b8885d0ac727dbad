/** Stored events taken through the same path as live ones: a capture opened at once, or replayed in its own time. */
package dev.fourshake.app.replay;
