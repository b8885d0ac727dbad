package dev.fourshake.model.trace;

import dev.fourshake.model.dissect.Decoded;

/**
 * What {@link DecodedAhead} has found out of a frame before it is judged.
 *
 * @param decoded what stands in it, in the version that its link seemed to have
 * @param topic   number of the Topic Name of a PUBLISH: not the trace's own, but the same for the same name always; 0
 *                where there is none
 */
public record Ahead(Decoded decoded, int topic) {
}
