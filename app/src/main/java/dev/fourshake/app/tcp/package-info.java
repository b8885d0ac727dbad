/**
 * Puts the byte streams of TCP connections together again from the IP packets of a capture: repeated, overlapping, out
 * of order, missing. What it cannot know it says as missing bytes. Knows nothing of what the streams carry.
 */
package dev.fourshake.app.tcp;
