package dev.fourshake.model.exchange;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.PacketType;
import java.util.Optional;

/** What the tracker needs to know of earlier rows of the trace. */
public interface History {

    /** The next row of the same exchange; -1 for the last so far. */
    int next(int row);

    int link(int row);

    /** Type of the packet that the row shows or lets go. */
    PacketType type(int row);

    /** Whether its Reason Code is 0x80 or greater. */
    boolean isFailure(int row);

    /** Whether a peer sent a packet by this row: false for what the tap made or let go. */
    boolean isSent(int row);

    /** Whether a packet got to the other side by this row: false for what was held or dropped. */
    boolean isArrived(int row);

    /** The packet of a row, decoded anew. */
    Optional<Packet> packet(int row);
}
