/**
 * Single packets as JSON, a line each: what {@code fourshake decode} answers. It reads with the one decoder, and judges
 * what came before on a connection with the one fold.
 */
package dev.fourshake.app.decode;
