package dev.fourshake.app.trace;

import dev.fourshake.model.text.Message;
import java.util.Optional;

/**
 * How well a trace keeps up with its source.
 *
 * @param missedBytes  that travelled and did not fit into the queue
 * @param missedFrames that those bytes belonged to, as far as they could be counted
 * @param queuedBytes  that wait for the writer now, with what their administration costs
 * @param problem      the last thing that went wrong between the wire and the trace
 */
public record FeedStatus(long missedBytes, long missedFrames, long queuedBytes, Optional<Message> problem) {
}
