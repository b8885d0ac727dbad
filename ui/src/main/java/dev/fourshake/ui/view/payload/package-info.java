/** The Payload view: what a message carries, read in the format that fits, with the user's rules by topic. */
package dev.fourshake.ui.view.payload;
