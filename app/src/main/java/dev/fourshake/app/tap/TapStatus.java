package dev.fourshake.app.tap;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.model.text.Message;
import java.util.Optional;

/**
 * A tap at one moment.
 *
 * @param listening   where devices connect; empty once the tap is closed
 * @param linksUp     devices that are connected now
 * @param links       devices that have connected so far
 * @param bytes       passed on, both directions, without what TLS adds
 * @param packets     that those bytes held
 * @param missedBytes of them that the trace could not take
 * @param problem     what went wrong and is not known to be mended: an unreachable broker, a refused certificate
 */
public record TapStatus(Optional<HostPort> listening, int linksUp, int links, long bytes, long packets,
                        long missedBytes, Optional<Message> problem) {
}
