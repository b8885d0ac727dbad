/**
 * Payloads made readable. A {@link dev.fourshake.app.payload.PayloadFormat} is found by ServiceLoader, says how likely
 * it is that some bytes are written in it, and describes them without a toolkit: text, a tree, a picture.
 * {@link dev.fourshake.app.payload.PayloadReader} chooses, and passes over what fails. All is bounded: depth, nodes,
 * characters, unpacked bytes and time.
 */
package dev.fourshake.app.payload;
