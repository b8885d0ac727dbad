/** The Publish view: sends messages with a client of our own. */
package dev.fourshake.ui.view.publish;
