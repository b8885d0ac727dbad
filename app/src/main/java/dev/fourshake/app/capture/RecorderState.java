package dev.fourshake.app.capture;

import dev.fourshake.model.text.Message;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a recording stands.
 *
 * @param events       that are saved: they survive the death of the program
 * @param missedFrames that the disk was too slow for; the capture tells where
 * @param missedBytes  of those frames
 * @param problem      why it has failed, or what it had to leave out, in a sentence
 */
public record RecorderState(Path file, Phase phase, long events, long missedFrames, long missedBytes,
                            Optional<Message> problem) {

    public enum Phase {
        RECORDING,
        /** Saving what was seen until it was stopped. */
        STOPPING,
        /** All is saved and the file is free. */
        STOPPED,
        /** Nothing more can be saved; what was saved before can be opened. */
        FAILED
    }

    /** Whether nothing changes any more. */
    public boolean isOver() {
        return phase == Phase.STOPPED || phase == Phase.FAILED;
    }
}
