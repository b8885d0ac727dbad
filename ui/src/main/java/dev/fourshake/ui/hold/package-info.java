/** Hold and step: packets stand at the shown tap, and are let go one by one. */
package dev.fourshake.ui.hold;
