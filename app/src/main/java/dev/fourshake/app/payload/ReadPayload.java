package dev.fourshake.app.payload;

import dev.fourshake.model.text.Message;
import java.util.List;

/**
 * A payload as it is shown: read in a format, and why in this one.
 *
 * @param passedOver formats that were tried before, or could not be loaded, each with the reason
 */
public record ReadPayload(PayloadFormat format, Message reason, Rendering rendering, List<Message> passedOver) {

    public ReadPayload {
        passedOver = List.copyOf(passedOver);
    }
}
