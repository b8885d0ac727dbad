/**
 * Writes packets: {@link dev.fourshake.model.encode.PacketEncoder}, for what the tap sends in a peer's place, and
 * {@link dev.fourshake.model.encode.Answers}, what may be said in answer to a packet. It writes what is wrong as well,
 * as that is what an instrument is to try out.
 */
package dev.fourshake.model.encode;
