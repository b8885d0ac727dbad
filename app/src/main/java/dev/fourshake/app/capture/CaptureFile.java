package dev.fourshake.app.capture;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A capture in the catalogue, as far as the file system knows it.
 *
 * @param name     what the user calls it: the file name without its extension
 * @param bytes    size of the file
 * @param openHere whether this program has it open: it is being recorded, shown or replayed
 */
public record CaptureFile(Path file, String name, Instant modified, long bytes, boolean openHere) {
}
