package dev.fourshake.model.session;

import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Optional;

/**
 * One network connection as it stands now.
 *
 * @param version       as its CONNECT said; empty until then
 * @param session       number of its session in the trace, -1 until a CONNECT
 * @param ended         how it ended; empty while it lasts
 * @param firstRow      of the trace that belongs to it
 * @param packets       packets so far, both directions
 * @param missedBytes   bytes that the observer did not see
 */
public record Link(LinkOpened opened, Optional<ProtocolVersion> version, int session, Optional<LinkEnded> ended,
                   int firstRow, long packets, long missedBytes) {
}
