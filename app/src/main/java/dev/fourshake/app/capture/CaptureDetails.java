package dev.fourshake.app.capture;

import dev.fourshake.model.text.Message;
import java.util.Optional;

/**
 * What the inside of a capture says of it.
 *
 * @param summary empty where the file cannot be opened
 * @param problem why it cannot be opened, or only in part, in a sentence
 * @param inUse   whether it cannot be opened because another program writes it
 */
public record CaptureDetails(Optional<CaptureSummary> summary, Optional<Message> problem, boolean inUse) {

    CaptureDetails(Optional<CaptureSummary> summary, Optional<Message> problem) {
        this(summary, problem, false);
    }
}
