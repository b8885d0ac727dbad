/** Playing a capture in its own time: commands, and the bar to steer it with. */
package dev.fourshake.ui.replay;
