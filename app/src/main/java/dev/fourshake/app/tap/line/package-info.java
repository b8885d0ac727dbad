/**
 * Weak lines: what a network does to packets between two sides, late, slowly, or not at all. {@link
 * dev.fourshake.app.tap.line.LineControl} takes the rules; a {@link dev.fourshake.app.tap.line.WeakLine} is one
 * direction of a link by them, and {@link dev.fourshake.app.tap.line.LineCourse} decides, packet by packet and without
 * a clock. The tap's links and lanes are known by what is asked of them only.
 */
package dev.fourshake.app.tap.line;
