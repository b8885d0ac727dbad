package dev.fourshake.model.session;

import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Optional;

/**
 * One network connection as it stands now.
 *
 * @param version       as its CONNECT said; empty until then
 * @param readAnew      what its packets are read as by now, where its CONNECT was not seen and another version was
 *                      assumed at first; empty otherwise
 * @param session       number of its session in the trace, -1 until a CONNECT
 * @param keepAlive     Keep Alive in force, in seconds: the client's, or the server's where CONNACK has one (MQTT 5.0
 *                      section 3.2.2.3.14); 0 where it is off, or no CONNECT was seen
 * @param ended         how it ended; empty while it lasts
 * @param firstRow      of the trace that belongs to it
 * @param packets       packets so far, both directions
 * @param missedBytes   bytes that the observer did not see
 */
public record Link(LinkOpened opened, Optional<ProtocolVersion> version, Optional<ProtocolVersion> readAnew,
                   int session, int keepAlive, Optional<LinkEnded> ended, int firstRow, long packets,
                   long missedBytes) {
}
