/**
 * Reads frames. {@link dev.fourshake.model.dissect.Decoder} is the door: any bytes give a
 * {@link dev.fourshake.model.dissect.Decoded} and never an exception, with the packet where its format is whole and a
 * {@link dev.fourshake.model.dissect.Defect} for all that is wrong, by its clause and its range of bytes. A packet
 * type has a small class of its own, which reads its fields with a {@code PacketReader}; the same reading makes the
 * field tree that the window shows ({@link dev.fourshake.model.dissect.Dissection}), where somebody wants it. What the
 * bytes can break stands in {@code Rule}, a line for each, and its sentence in the bundle.
 */
package dev.fourshake.model.dissect;
