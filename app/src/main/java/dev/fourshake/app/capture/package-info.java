/**
 * Captures: one local H2 file each, holding nothing but the wire events of a trace. Written while they happen, read
 * a block at a time, listed without being read. {@code docs/capture-format.md} describes the file.
 */
package dev.fourshake.app.capture;
